import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const HARNESS = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What a file imports before its code runs; types and what is imported on demand are not among it. */
function importsOf(file: string): string[] {
  const source = readFileSync(join(HARNESS, file), 'utf8');
  return [...source.matchAll(/^(?:import|export) (?!type )(?:[^;]*? from )?'([^']+)';/gm)].map(
    (match) => match[1]!,
  );
}

/** The chain of imports that leads from a file to zod, if there is one. */
function wayToZod(file: string, seen: Set<string>): string[] | undefined {
  seen.add(file);
  for (const name of importsOf(file)) {
    if (name === 'zod') return [file];
    const next = join(dirname(file), name);
    const way = name.startsWith('.') && !seen.has(next) ? wayToZod(next, seen) : undefined;
    if (way !== undefined) return [file, ...way];
  }
  return undefined;
}

// It takes 70 ms to load, which neither a message nor a run that reads no run folder and no configuration has to pay.
test.each(['index.ts', 'cli/main.ts', 'config/load-config.ts', 'config/open-corpora.ts', 'config/open-extractors.ts', 'run/run-extractors.ts', 'library/explain-run.ts'])(
  '%s does not load zod before it is needed',
  (file) => {
    expect(wayToZod(file, new Set())).toBeUndefined();
  },
); // prettier-ignore

test('a format does', () => {
  expect(wayToZod('store/formats.ts', new Set())).toEqual(['store/formats.ts']);
});
