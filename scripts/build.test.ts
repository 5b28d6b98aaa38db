import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../harness/fixtures/temporary-folder.ts';

const ROOT = join(import.meta.dirname, '..');
const folder = temporaryFolder();
let clone: string;
let count = 0;

/** A clone of three sources, one of them in a layer, beside what is not built. */
beforeEach(() => {
  clone = join(folder, String(count++));
  write(
    'harness/index.ts',
    `export { double } from './math/double.ts';\nexport type { N } from './math/double.ts';\n`,
  );
  write('harness/math/double.ts', `export type N = number;\n\nexport const double = (n: N): N => n * 2;\n`);
  write('harness/cli/main.ts', `export const main = async (): Promise<object> => import('../index.ts');\n`);
  write('harness/cli/assay.mjs', `export {};\n`);
  write('harness/math/double.test.ts', `no code`);
  write('harness/math/fixtures/faulty.ts', `no code`);
  mkdirSync(join(clone, 'scripts'));
  cpSync(join(ROOT, 'scripts/build.cjs'), join(clone, 'scripts/build.cjs'));
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
});

function write(name: string, content: string): void {
  mkdirSync(dirname(join(clone, name)), { recursive: true });
  writeFileSync(join(clone, name), content);
}

function build(): string[] {
  execFileSync(process.execPath, [join(clone, 'scripts/build.cjs')], { stdio: 'pipe' });
  const names = readdirSync(join(clone, 'dist'), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.\w+$/.test(name)).toSorted();
}

function read(name: string): string {
  return readFileSync(join(clone, 'dist', name), 'utf8');
}

const BUILT = ['.built-from.json', 'cli/assay.mjs', 'cli/main.js', 'index.js', 'math/double.js'];

test('sources are built to their places, imports included, without tests, fixtures and types', () => {
  expect(build()).toEqual(BUILT);
  expect(read('index.js')).toBe(`export { double } from "./math/double.js";\n`);
  expect(read('cli/main.js')).toContain(`import("../index.js")`);
  expect(read('cli/assay.mjs')).toBe('export {};\n');
});

test('what has changed is built, though its time says nothing, and nothing else', () => {
  build();
  const { atime, mtime } = statSync(join(clone, 'harness/math/double.ts'));
  write('harness/math/double.ts', `export const double = (n: number): number => n + n;\n`);
  utimesSync(join(clone, 'harness/math/double.ts'), atime, mtime);
  writeFileSync(join(clone, 'dist/index.js'), 'left alone');
  build();
  expect(read('math/double.js')).toBe(`export const double = (n) => n + n;\n`);
  expect(read('index.js')).toBe('left alone');
});

test('what has no source any more is removed, and what is missing is built again', () => {
  build();
  write('dist/math/double.d.ts', 'export type N = number;\n');
  write('dist/math/triple.d.ts', 'export type N = number;\n');
  rmSync(join(clone, 'dist/index.js'));
  rmSync(join(clone, 'harness/cli/main.ts'));
  expect(build()).toEqual([
    '.built-from.json',
    'cli/assay.mjs',
    'index.js',
    'math/double.d.ts',
    'math/double.js',
  ]);
});

test('a fault of syntax is reported with its place, and the next build makes up for it', () => {
  const good = readFileSync(join(clone, 'harness/math/double.ts'), 'utf8');
  write('harness/math/double.ts', 'export const double = ;\n');
  expect(build).toThrow('harness/math/double.ts:1:22: ERROR: Unexpected ";"');
  write('harness/math/double.ts', good);
  expect(build()).toEqual(BUILT);
});

test('a stack trace names the sources', () => {
  build();
  const script = createRequire(import.meta.url)(join(clone, 'scripts/build.cjs')) as {
    inSources(trace: string): string;
  };
  const at = (place: string): string => `at double (file://${clone}/${place})`;
  const trace = `${at('dist/math/double.js:1:30')}\n${at('dist/math/none.js:1:1')}\nat run (node:vm:1:1)`;
  expect(script.inSources(trace)).toBe(
    `${at('harness/math/double.ts:3:36')}\n${at('dist/math/none.js:1:1')}\nat run (node:vm:1:1)`,
  );
});
