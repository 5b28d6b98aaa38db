import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { INSTALLED, PEERS } from './peer-folder.ts';
import { hasPackage, peerFile, peerVersion, requirePeer } from './peer-package.ts';

const project = mkdtempSync(join(tmpdir(), 'assay-project-'));

/** Puts a package into the `node_modules` of a folder of the project. */
function install(folder: string, name: string, version: string): void {
  const path = join(project, folder, 'node_modules', name);
  mkdirSync(path, { recursive: true });
  writeFileSync(
    join(path, 'package.json'),
    JSON.stringify({ name, version, main: './main.cjs', exports: './main.cjs' }),
  );
  writeFileSync(join(path, 'main.cjs'), `module.exports = () => '${version}';`);
}

beforeAll(() => {
  vi.stubEnv('ASSAY_PEERS', '');
  vi.spyOn(process, 'cwd').mockReturnValue(project);
  install('.', '@gold/pan', '1.0.0');
  install(`${PEERS}/npm/goldpan`, '@gold/pan', '2.0.0');
  install(`${PEERS}/npm/torn`, '@gold/pan', '3.0.0');
  writeFileSync(join(project, PEERS, 'npm/goldpan', INSTALLED), '{}');
});
afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(project, { recursive: true });
});

test.each([
  ['the folder of its peer', 'goldpan', '2.0.0'],
  ['the project, where there is none', 'another', '1.0.0'],
  ['the project, where that is not whole', 'torn', '1.0.0'],
])('a package is that of %s', (_, entry, version) => {
  expect(peerVersion(entry, '@gold/pan')).toBe(version);
  const pan = requirePeer(entry, '@gold/pan') as () => string;
  expect(pan()).toBe(version);
  expect(readFileSync(peerFile(entry, '@gold/pan'), 'utf8')).toContain(version);
});

test('one that is nowhere is missing', () => {
  expect(hasPackage('goldpan', '@gold/pan')).toBe(true);
  expect(hasPackage('goldpan', '@gold/sieve')).toBe(false);
  expect(() => peerVersion('goldpan', '@gold/sieve')).toThrow('the package @gold/sieve is not installed');
});
