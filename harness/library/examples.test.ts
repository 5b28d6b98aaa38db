import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { findProgram } from '../process/find-program.ts';
import { gate } from './gate/gate.ts';
import type { GateResult } from './gate/gate.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const root = temporaryFolder();
const before = process.cwd();
afterEach(() => process.chdir(before));

/** A copy of an example, as a user makes it. */
function enter(name: string): void {
  const folder = join(root, name);
  cpSync(join(REPOSITORY, 'harness/gate/examples', name), folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(REPOSITORY, join(folder, 'node_modules/assay'), 'dir');
  process.chdir(folder);
}

function change(file: string, from: string, to: string): void {
  const source = readFileSync(file, 'utf8');
  expect(source).toContain(from);
  writeFileSync(file, source.replace(from, to));
}

async function gateTwice(lose: () => void): Promise<GateResult> {
  expect((await gate({})).written).toEqual(['reports/baseline/ours/mine.jsonl']);
  expect((await gate({ ci: true })).verdict).toMatchObject({
    verdict: 'pass',
    extractors: [{ same: 1, after: 1 }],
  });
  lose();
  return gate({ ci: true });
}

test.skipIf(findProgram('python3', before) === undefined)(
  'the example in Python on snippets (skipped where there is no python3)',
  async () => {
    enter('python');
    const { verdict } = await gateTwice(() => change('extract.py', 'KEPT = {"p", "li"}', 'KEPT = {"p"}'));
    expect(verdict).toMatchObject({ verdict: 'fail', extractors: [{ worse: 1, metric: 'segments' }] });
  },
);

test('the example in TypeScript on full text', async () => {
  enter('typescript');
  const { verdict } = await gateTwice(() => change('extract.ts', '(nav|footer)', '(nav|footer|p)'));
  expect(verdict).toMatchObject({ verdict: 'fail', extractors: [{ worse: 1, metric: 'tokens' }] });
});
