import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastGlob from 'fast-glob';
import { expect, test } from 'vitest';
import { RULES } from './register.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'rules');

test('every rule has a file and a test that are called like it, and every file is a rule of the register', () => {
  const names = RULES.map(({ name }) => name).toSorted();
  const files = fastGlob.sync('*.ts', { cwd: folder }).toSorted();
  expect(files).toEqual(names.flatMap((name) => [`${name}.test.ts`, `${name}.ts`]).toSorted());
  expect(new Set(names).size).toBe(names.length);
});

test('a description is one sentence', () => {
  for (const { description } of RULES) expect(description).toMatch(/^[A-Z][^\n]*[^.]\.$/);
});
