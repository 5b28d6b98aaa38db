import { readablePath } from '../util/readable-path.ts';
import { errorCode } from '../util/error-code.ts';
import { AssayError } from '../util/error.ts';

/** A file or folder of a run that the system does not let us write: a full disk, a folder of somebody else. */
export class Unwritable extends AssayError {
  constructor(path: string, cause: unknown) {
    const mend = 'make room, or see that it may be written';
    super('usage', `${readablePath(path)} cannot be written (${errorCode(cause)}); ${mend}`, { cause });
  }
}

/** The same promise, whose errors are those of the path. */
export async function writing<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw cause instanceof AssayError ? cause : new Unwritable(path, cause);
  }
}
