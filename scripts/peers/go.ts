import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runClient } from '../../harness/library/bisect/run-client.ts';
import { findProgram } from '../../harness/process/find-program.ts';
import type { Installer } from './set-up.ts';

/** One program for all of them; its first argument says which. */
const PROGRAM = 'assay-go-peers';

const SOURCE = fileURLToPath(new URL('go', import.meta.url));

/** Extractors written in Go, built into one small program, whose `go.mod` and `go.sum` pin everything. */
export const GO: Installer = {
  missing: () =>
    findProgram('go', process.cwd()) === undefined ? 'found no program go in the folders of PATH' : undefined,
  state: () =>
    readdirSync(SOURCE)
      .toSorted()
      .map((name) => readFileSync(join(SOURCE, name), 'utf8'))
      .join('\n'),
  async install(_, folder) {
    const program = join(folder, 'bin', PROGRAM);
    // Without paths of this machine in it, so that the same source makes the same program.
    await runClient('go', ['build', '-trimpath', '-o', program, '.'], SOURCE);
    return versionsOf(await runClient('go', ['version', '-m', program]));
  },
};

/** Of lines such as `	dep	github.com/rs/zerolog	v1.33.0	h1:…`, and the first, which ends in the version of Go. */
function versionsOf(text: string): Record<string, string> {
  const [first = '', ...lines] = text.split('\n');
  const modules = lines
    .map((line) => line.trim().split('\t'))
    .filter(([kind]) => kind === 'dep')
    .map(([, path = '', version = '']): [string, string] => [path, version.replace(/^v/, '')]);
  return Object.fromEntries([['go', first.split(' go').at(-1) ?? ''], ...modules]);
}
