import { join } from 'node:path';
import { runClient } from '../../harness/library/bisect/run-client.ts';
import { findProgram } from '../../harness/process/find-program.ts';
import type { Installer, PeerEntry } from './set-up.ts';

/** Extractors from PyPI: a virtual environment for each, because they ask for different versions of lxml. */
export const PYTHON: Installer = {
  missing: () =>
    findProgram('python3', process.cwd()) === undefined
      ? 'found no program python3 in the folders of PATH'
      : undefined,
  async install({ peer }: PeerEntry, folder: string) {
    const python = await pythonFrom(peer.python);
    // Without a pip of its own, which would take most of its space; pip of the system installs into it.
    await runClient(python, ['-m', 'venv', '--without-pip', folder]);
    const pip = ['-m', 'pip', '--python', join(folder, 'bin/python'), '--disable-pip-version-check'];
    const packages = Object.entries(peer.packages).map(([name, version]) => `${name}==${version}`);
    await runClient('python3', [...pip, 'install', '--quiet', ...packages]);
    return versionsOf(await runClient('python3', [...pip, 'list', '--format=freeze']));
  },
};

/** Names of Python that are tried where the one of the system may be too old. */
const PYTHONS = ['python3', 'python3.14', 'python3.13', 'python3.12'];

/**
 * The first Python that is new enough.
 *
 * @throws Error where there is none
 */
export async function pythonFrom(oldest: string | undefined): Promise<string> {
  if (oldest === undefined) return 'python3';
  const isNewEnough = `import sys; sys.exit(sys.version_info < (${oldest.replace('.', ', ')}))`;
  for (const name of PYTHONS) {
    const runs = runClient(name, ['-c', isNewEnough]).then(
      () => true,
      () => false,
    );
    // One after the other: the first will mostly do.
    // oxlint-disable-next-line no-await-in-loop
    if (await runs) return name;
  }
  throw new Error(`needs Python ${oldest} or newer; none of ${PYTHONS.join(', ')} in PATH is that`);
}

/** Of lines such as `lxml==6.1.3`. */
function versionsOf(list: string): Record<string, string> {
  return Object.fromEntries(
    list
      .split('\n')
      .filter((line) => line.includes('=='))
      .map((line) => line.trim().split('==')),
  );
}
