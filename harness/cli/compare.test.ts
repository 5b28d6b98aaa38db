import { expect, test } from 'vitest';
import { CommandLine } from './fixtures/command-line.ts';

const at = CommandLine.inNewFolder();

test('two runs: extractors of one name are compared, and those that only one has are named', async () => {
  const corpus = await at.makeCorpus('corpus', 2);
  const [mine, old, fresh] = await Promise.all(
    ['mine', 'old', 'new'].map((name) => at.makeExtractor(name, 'return { text: input.text };')),
  );
  const run = ['run', '-c', corpus, '-e', 'everything', '-e', mine!];
  expect((await at.assayHere(...run, '-e', old!, '--out', 'before')).code).toBe(0);
  expect((await at.assayHere(...run, '-e', fresh!, '--out', 'after')).code).toBe(0);

  const { code, stdout, stderr } = await at.assayHere('compare', 'before', 'after');
  expect([code, stderr]).toEqual([0, 'in one of the runs only: new, old\n']);
  expect(stdout).toContain(
    'corpus: from mine 1 (before), old, to mine 1 (after), new, on 2 pages of 1 site\n',
  );
  expect(stdout).toContain('\nf1: the same on every page.\n');

  const json = await at.assayHere('compare', 'before', 'after', '--json');
  expect(JSON.parse(json.stdout)).toMatchObject({ schema: 'assay/comparison@2', leftOut: ['new', 'old'] });
  expect(json.stderr).toBe('');

  const one = await at.assayHere('compare', 'before', 'after', 'mine');
  expect([one.code, one.stdout, one.stderr]).toEqual([0, stdout, '']);

  const wrong = await at.assayHere('compare', 'before', 'after', 'mine', 'old', 'new');
  expect(wrong).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'assay: expected two extractors, one of before (everything, mine, old) and one of after (everything, mine, new), one name for both, or none; found mine, old, new\n',
  });
});
