import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { AssayError, errorCode } from '../util/error.ts';

const run = promisify(execFile);

/** Most bytes that a command of git may print: more than any list of commits, and any file that is read by it, has. */
const MOST_BYTES = 2 ** 28;

/** What a command of git prints, in a folder; default: the working directory. */
export async function git(args: readonly string[], folder?: string): Promise<string> {
  try {
    return (await run('git', args, { maxBuffer: MOST_BYTES, cwd: folder })).stdout;
  } catch (error) {
    if (errorCode(error) === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') {
      const found = `git ${args.join(' ')}: found more than ${MOST_BYTES} bytes`;
      throw new AssayError('bad-input', `${found}; take a file or a revision with less`, { cause: error });
    }
    if (errorCode(error) !== 'ENOENT') throw error;
    throw new AssayError('usage', 'the program git is not there; install it', { cause: error });
  }
}

/**
 * The hash of the commit that a revision names.
 *
 * @throws AssayError `usage` where git knows no such revision
 */
export async function commitOf(revision: string): Promise<string> {
  if (revision.startsWith('-')) throw new AssayError('usage', `${revision} is no revision`);
  try {
    return (await git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])).trim();
  } catch (cause) {
    if (cause instanceof AssayError) throw cause;
    const fix = 'name a commit of this repository; in CI check out its whole history (fetch-depth: 0)';
    throw new AssayError('usage', `git knows no revision ${revision} here; ${fix}`, { cause });
  }
}
