import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runClient } from '../../harness/library/bisect/run-client.ts';
import { findProgram } from '../../harness/process/find-program.ts';
import type { Installer } from './set-up.ts';

/** One program for all of them; its argument says which. */
const PROGRAM = 'assay-jvm-peers';

const SOURCE = fileURLToPath(new URL('jvm', import.meta.url));

/** Extractors for the JVM, below one small program in Java: `pom.xml` pins what is measured and so what that needs. */
export const JVM: Installer = {
  missing() {
    const absent = ['mvn', 'javac', 'java'].find((name) => findProgram(name, process.cwd()) === undefined);
    return absent === undefined ? undefined : `found no program ${absent} in the folders of PATH`;
  },
  state: () =>
    readdirSync(SOURCE)
      .toSorted()
      .map((name) => readFileSync(join(SOURCE, name), 'utf8'))
      .join('\n'),
  async install(_, folder) {
    const [bin, lib] = [join(folder, 'bin'), join(folder, 'lib')];
    const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${lib}`, '-DincludeScope=runtime'];
    await runClient('mvn', ['--batch-mode', '--quiet', '--file', join(SOURCE, 'pom.xml'), ...goal]);
    const sources = readdirSync(SOURCE).filter((name) => name.endsWith('.java'));
    await runClient(
      'javac',
      ['--release', '17', '-d', join(folder, 'classes'), '-cp', join(lib, '*'), ...sources],
      SOURCE,
    );
    await mkdir(bin);
    await copyFile(join(SOURCE, PROGRAM), join(bin, PROGRAM));
    return versionsOf(await readdir(lib));
  },
};

/** Of names such as `gson-2.15.0.jar`. */
export function versionsOf(archives: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    archives.flatMap((archive): [string, string][] => {
      const [, name, version] = /^(.+?)-(\d.*)\.jar$/.exec(archive) ?? [];
      return name === undefined || version === undefined ? [] : [[name, version]];
    }),
  );
}
