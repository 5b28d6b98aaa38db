import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AssayError } from '../../util/error.ts';
import { runClient } from './run-client.ts';

/** The ordinary client of a registry of packages. */
export interface PackageClient {
  readonly language: 'npm' | 'pip';
  /**
   * Every version of a package, the oldest first.
   *
   * @throws AssayError `usage` where the client is not there or knows no such package
   */
  versions(name: string): Promise<string[]>;
  /**
   * Installs a version, with what it needs, into an empty folder.
   *
   * @throws AssayError `bad-input` where that fails
   */
  install(name: string, version: string, folder: string): Promise<void>;
}

const NPM: PackageClient = {
  language: 'npm',
  async versions(name) {
    const found: unknown = JSON.parse(await list('npm', ['view', name, 'versions', '--json'], name));
    // One version alone is no list.
    return [found].flat().filter((each) => typeof each === 'string');
  },
  async install(name, version, folder) {
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await runClient('npm', ['install', ...options, `${name}@${version}`], folder);
  },
};

const PIP: PackageClient = {
  language: 'pip',
  async versions(name) {
    const said = await list('python3', [...PIP_WORDS, 'index', 'versions', name], name);
    const [, versions = ''] = /^Available versions: (.*)$/mu.exec(said) ?? [];
    return versions.split(', ').filter(Boolean).toReversed();
  },
  async install(name, version, folder) {
    const words = [...PIP_WORDS, 'install', '--quiet', '--target', folder, `${name}==${version}`];
    await runClient('python3', words, folder);
  },
};
const PIP_WORDS = ['-m', 'pip', '--disable-pip-version-check'];

export const PACKAGE_CLIENTS: readonly PackageClient[] = [NPM, PIP];

/** What a client prints of a package. */
async function list(program: string, words: readonly string[], name: string): Promise<string> {
  try {
    return await runClient(program, words);
  } catch (cause) {
    if (!(cause instanceof AssayError) || cause.code === 'usage') throw cause;
    const fix = 'check the name of the package and the network';
    throw new AssayError('usage', `the versions of ${name} cannot be listed: ${cause.message}\n${fix}`, {
      cause,
    });
  }
}
