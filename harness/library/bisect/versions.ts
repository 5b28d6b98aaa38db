import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { AssayError } from '../../util/error.ts';
import { ownModule } from '../../util/own-module.ts';
import type { BisectSettings } from '../settings.ts';
import type { Series } from './bisect.ts';
import type { Measurement } from './measurement.ts';
import { PACKAGE_CLIENTS } from './package-clients.ts';
import type { PackageClient } from './package-clients.ts';

/**
 * The versions of a package after the good one up to the bad one, as its registry lists them. Each is installed by its client
 * into a temporary folder, and the extractor of now gets it in the place of the one that it has.
 *
 * @param named `npm:NAME` or `pip:NAME`
 * @throws AssayError `usage` for a package, a client or a version that is not there, and for versions in the wrong order
 */
export async function openVersions(
  { good, bad, extractor, config }: BisectSettings,
  named: string,
  measurement: Measurement,
): Promise<Series> {
  const [client, name] = clientOf(named);
  const later = between(good, bad, await client.versions(name), named);
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'assay-bisect-'));
  return {
    good,
    later,
    async measure(version) {
      const place = await mkdtemp(join(folder, 'version-'));
      await client.install(name, version, place);
      const out = await mkdtemp(join(folder, 'run-'));
      // A command says nothing of the packages that it imports, so its answers cannot be kept.
      const cache = client.language === 'npm' ? undefined : false;
      return withVariable(variableOf(client, name, place), () =>
        measurement.of({ config, extractor, out, cache }),
      );
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

function clientOf(named: string): [PackageClient, string] {
  const [, prefix, name] = /^(\w+):(.+)$/u.exec(named) ?? [];
  const client = PACKAGE_CLIENTS.find(({ language }) => language === prefix);
  // What begins with a dash would be an option of the client.
  if (client !== undefined && name !== undefined && /^[@\w][\w./-]*$/u.test(name)) return [client, name];
  const expected = PACKAGE_CLIENTS.map(({ language }) => `${language}:NAME`).join(' or ');
  throw new AssayError('usage', `--package: found ${JSON.stringify(named)}; expected ${expected}`);
}

function between(good: string, bad: string, versions: readonly string[], named: string): string[] {
  const [first, last] = [good, bad].map((version) => {
    const place = versions.indexOf(version);
    if (place !== -1) return place;
    const known = versions.slice(-SHOWN).join(', ');
    throw new AssayError(
      'usage',
      `${named} has no version ${version}; the latest of its registry are ${known}`,
    );
  });
  if (first! < last!) return versions.slice(first! + 1, last! + 1);
  const fix = 'name an older version with --good and a later one with --bad';
  throw new AssayError('usage', `version ${bad} of ${named} does not come after ${good}; ${fix}`);
}

/** So many versions are named to someone who asks for another one. */
const SHOWN = 10;

/** How the processes of an extractor come to have the version in a folder. */
function variableOf({ language }: PackageClient, name: string, folder: string): [string, string] {
  if (language === 'pip')
    return ['PYTHONPATH', [folder, process.env['PYTHONPATH']].filter(Boolean).join(delimiter)];
  const hooks = ownModule(new URL('./replaced-package.ts', import.meta.url));
  hooks.search = new URLSearchParams({ name, folder }).toString();
  return ['NODE_OPTIONS', [process.env['NODE_OPTIONS'], `--import=${hooks.href}`].filter(Boolean).join(' ')];
}

/** Does something while a variable of the environment has another value. */
async function withVariable<T>([name, value]: [string, string], act: () => Promise<T>): Promise<T> {
  const before = process.env[name];
  process.env[name] = value;
  try {
    return await act();
  } finally {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  }
}
