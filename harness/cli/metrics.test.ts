import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { METRICS } from '../score/metrics/register.ts';
import { CommandLine } from './fixtures/command-line.ts';

const at = CommandLine.inNewFolder();

describe('assay metrics', () => {
  test('lists every metric with what it counts and what it needs', async () => {
    const { code, stdout } = await at.assayHere('metrics');
    expect(code).toBe(0);
    for (const { name, definition } of METRICS) {
      expect(stdout).toMatch(new RegExp(`^${name}( |$)`, 'm'));
      expect(stdout).toContain(definition);
    }
    expect(stdout).toContain('words  (only on --metric words)\n  bags of lower-cased \\w+ words');
    expect(stdout).toContain('shingles:empty=left-out, shingles:empty=zero (the first is the default)');
    expect(stdout).toContain('gold with authors; an empty list says that there are none');
    expect(stdout).toMatch(/tokens\|v2\|reads:blocks\|norm:nfkc\|unicode:[\d.]+\|agg:mean-of-pages/);
  });

  test('--json has the same for programs', async () => {
    const { stdout } = await at.assayHere('metrics', '--json');
    const { schema, metrics } = JSON.parse(stdout) as { schema: string; metrics: Record<string, unknown>[] };
    expect(schema).toBe('assay/metrics@1');
    expect(metrics.map(({ name }) => name)).toEqual(METRICS.map(({ name }) => name));
    expect(metrics.find(({ name }) => name === 'order')).toMatchObject({
      needs: 'text',
      figures: ['moved'],
      best: 0,
      default: true,
    });
  });

  test('--cards prints the cards of the documentation', async () => {
    const { stdout } = await at.assayHere('metrics', '--cards');
    const page = await readFile(new URL('../score/cards.md', import.meta.url), 'utf8');
    expect(page).toContain('| tokens f1');
    expect(stdout).toBe(page);
  });
});

describe('assay run', () => {
  test('a convention of a metric is chosen by its name, and stands in the signature', async () => {
    const corpus = await at.makeCorpus('toy', 1);
    const run = ['run', '--corpus', corpus, '--extractor', 'everything', '--out', 'run'];
    const { code, stdout } = await at.assayHere(...run, '--metric', 'shingles:empty=zero');
    expect(code).toBe(0);
    expect(stdout).toContain('shingles:empty=zero');
    const report = await readFile(join(at.folder, 'run', 'report.md'), 'utf8');
    expect(report).toMatch(/shingles\|v2\|reads:text\|.*\|empty:zero\|/);
  });

  test('a convention that there is not is refused with those that there are', async () => {
    const { code, stderr } = await at.assayHere('run', '--metric', 'shingles:empty=one');
    expect(code).toBe(2);
    expect(stderr).toContain(
      'metric shingles: found the option "empty=one"; known are empty=left-out, empty=zero, optional=left-out, optional=kept, as in shingles:optional=kept',
    );
  });
});
