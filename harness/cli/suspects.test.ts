import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { CommandLine } from './fixtures/command-line.ts';

const at = CommandLine.inNewFolder();

const KEPT = 'The river rose again on Sunday night and the bridge was closed.';
const LOST = 'Nobody in the village was hurt.';

/** Three extractors that leave out the same paragraph, each with other surplus, and one more that keeps half a page. */
beforeAll(async () => {
  const corpus = await at.makeCorpus('corpus', 1);
  const page = join(at.folder, 'corpus', 'pages', 'site.example', 'p0');
  await writeFile(join(page, 'page.txt'), `${KEPT}\n${LOST}\nMenu\n`);
  await writeFile(join(page, 'gold.yaml'), `body:\n  - p: ${KEPT}\n  - p: ${LOST}\n`);
  const made = await Promise.all(
    ['one', 'two', 'three'].map((name, index) =>
      at.makeExtractor(name, `return { text: ${JSON.stringify(`${KEPT}${' more'.repeat(index)}`)} };`),
    ),
  );
  const extractors = [...made, 'everything'].flatMap((name) => ['-e', name]);
  const { code } = await at.assayHere('run', '-c', corpus, ...extractors, '--out', 'run');
  expect(code).toBe(0);
});

test('gold that all leave out is a suspect, with its address', async () => {
  const shown = await at.assayHere('corpus', 'suspects', 'run');
  expect(shown).toEqual({
    code: 0,
    stdout: `site.example/p0\n  3 of 3 leave out what gold requires, 6 tokens\n    body[1]\n    ${LOST.slice(0, -1)}\n`,
    stderr: 'corpus: 3 independent voices: one, three, two\n',
  });
  const json = await at.assayHere('corpus', 'suspects', 'run', '--json');
  expect(JSON.parse(json.stdout)).toMatchObject({
    schema: 'assay/suspects@1',
    suspects: [{ page: 'site.example/p0', suspicion: 'left-out', gold: 'body[1]', tokens: 6 }],
  });
});

test('what two extractors have in common is asked for', async () => {
  const shown = await at.assayHere('compare', 'run', '--complementarity');
  expect([shown.code, shown.stderr]).toEqual([0, '']);
  expect(shown.stdout).toContain(
    '\none + three  66.7 %           0.0 %            0.0 %  66.7 %             85.7 %\n',
  );
  const json = await at.assayHere('compare', 'run', '--complementarity', '--json');
  expect(JSON.parse(json.stdout)).toMatchObject({
    schema: 'assay/complementarity@1',
    corpora: [{ corpus: 'corpus', unit: 'tokens', extractors: [{ name: 'one', oracle: 1 }, {}, {}] }],
  });
  const wrong = await at.assayHere('compare', 'run', 'one', '--complementarity');
  expect([wrong.code, wrong.stderr]).toEqual([
    2,
    'assay: --complementarity is about all extractors of one run; found one beside the run\n',
  ]);
});
