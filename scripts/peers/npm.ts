import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runClient } from '../../harness/library/bisect/run-client.ts';
import { findProgram } from '../../harness/process/find-program.ts';
import { isRecord } from '../../harness/util/is-record.ts';
import type { Installer, PeerEntry } from './set-up.ts';

/** No scripts of packages: none of them needs one. */
const WORDS = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** Extractors from npm: a project of its own for each, so that none decides which versions another one gets. */
export const NPM: Installer = {
  missing: () =>
    findProgram('npm', process.cwd()) === undefined
      ? 'found no program npm in the folders of PATH'
      : undefined,
  async install({ peer }: PeerEntry, folder: string) {
    const manifest = { private: true, dependencies: peer.packages, overrides: peer.overrides ?? {} };
    await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
    await runClient('npm', WORDS, folder);
    return versionsOf(JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8')));
  },
};

/** The version of every package that npm put down, by its place below `node_modules`. */
function versionsOf(lock: unknown): Record<string, string> {
  const packages = isRecord(lock) && isRecord(lock['packages']) ? lock['packages'] : {};
  return Object.fromEntries(
    Object.entries(packages).flatMap(([path, each]): [string, string][] =>
      path !== '' && isRecord(each) && typeof each['version'] === 'string'
        ? [[path.replace(/^node_modules\//, ''), each['version']]]
        : [],
    ),
  );
}
