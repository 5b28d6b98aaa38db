import { readFileSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runClient } from '../../harness/library/bisect/run-client.ts';
import { findProgram } from '../../harness/process/find-program.ts';
import { isRecord } from '../../harness/util/is-record.ts';
import type { Installer } from './set-up.ts';

/** One program for all of them; its argument says which. */
const PROGRAM = 'assay-rust-peers';

const SOURCE = fileURLToPath(new URL('rust', import.meta.url));
const FILES = ['Cargo.toml', 'build.rs', 'src/main.rs', 'src/extractors.rs'];

/**
 * Extractors written in Rust, built into one small program. `Cargo.toml` pins what is measured; what that depends on
 * is the newest that fits on the day, as there is no lock file: it would name the address of the registry's
 * index. Which versions came stands in the mark.
 */
export const RUST: Installer = {
  missing: () =>
    findProgram('cargo', process.cwd()) === undefined
      ? 'found no program cargo in the folders of PATH'
      : undefined,
  state: () => FILES.map((name) => readFileSync(join(SOURCE, name), 'utf8')).join('\n'),
  async install(_, folder) {
    // Beside the folders of the entries, so that only the first of them waits for the compiler.
    const target = join(folder, '..', 'target');
    await runClient('cargo', ['build', '--release', '--jobs', '2', '--target-dir', target], SOURCE);
    await mkdir(join(folder, 'bin'));
    await copyFile(join(target, 'release', PROGRAM), join(folder, 'bin', PROGRAM));
    // Packages for other platforms were not fetched, and cannot be read without the network.
    const platform = hostOf(await runClient('cargo', ['--version', '--verbose']));
    const words = ['metadata', '--format-version', '1', '--offline', '--filter-platform', platform];
    return versionsOf(JSON.parse(await runClient('cargo', words, SOURCE)));
  },
};

/** Of the line `host: x86_64-unknown-linux-gnu`. */
function hostOf(text: string): string {
  const host = /^host: (.+)$/m.exec(text)?.[1];
  if (host === undefined) throw new Error(`cargo --version --verbose names no host: ${text}`);
  return host;
}

/** Name and version of every package; of several versions of one the last. */
function versionsOf(metadata: unknown): Record<string, string> {
  const packages = isRecord(metadata) && Array.isArray(metadata['packages']) ? metadata['packages'] : [];
  return Object.fromEntries(
    packages
      .filter(isRecord)
      .filter(({ source }) => source !== null)
      .map(({ name, version }) => [String(name), String(version)]),
  );
}
