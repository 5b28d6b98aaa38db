import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SCORING_PACKAGES, scoringCode } from './scoring-code.ts';

const HARNESS = fileURLToPath(new URL('../..', import.meta.url));

test('every package that scoring imports is named', () => {
  const imported = ['align', 'document', 'model', 'score', 'util'].flatMap((layer) => {
    const names = readdirSync(join(HARNESS, layer), { recursive: true, encoding: 'utf8' });
    const code = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    return code.flatMap((name) =>
      [...readFileSync(join(HARNESS, layer, name), 'utf8').matchAll(/from '([^.'][^']*)'/g)].map(
        ([, from]) => from!,
      ),
    );
  });
  const packages = imported
    .filter((name) => !name.startsWith('node:') && name !== 'vitest')
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  expect([...new Set(packages)].toSorted()).toEqual([...SCORING_PACKAGES]);
});

test('it is one digest, the same each time', () => {
  expect(scoringCode()).toMatch(/^[\da-f]{64}$/);
  expect(scoringCode()).toBe(scoringCode());
});
