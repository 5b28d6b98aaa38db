import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Summary } from '../store/summary-file.ts';
import { CommandLine } from './fixtures/command-line.ts';

const at = CommandLine.inNewFolder();

describe('a configuration', () => {
  test('in YAML gives names, options, a policy and defaults; its paths start from its folder', async () => {
    const corpus = await at.makeCorpus('configured', 2);
    await at.makeExtractor(
      'lines',
      "return { text: input.text.split('\\n').slice(0, options.most).join('\\n') };",
    );
    await mkdir(join(at.folder, 'conf'));
    await writeFile(
      join(at.folder, 'conf', 'mine.yaml'),
      `extractors:
  one: { module: ../lines.mjs, options: { most: 1 } }
  two: { module: ../lines.mjs, options: { most: 2 } }
corpora:
  own: ../${corpus}
policies:
  talk: { required: [p], comments: required }
run: { extractor: [two, one], policy: talk }
`,
    );
    const { code, stdout } = await at.assayHere('run', '--config', 'conf/mine.yaml', '--json', '--out', 'configured-run'); // prettier-ignore
    expect(code).toBe(0);
    const [one, two, ...others] = (JSON.parse(stdout) as Summary).extractors;
    expect(others).toEqual([]);
    expect(one).toMatchObject({ name: 'one', corpus: 'own', pages: { scored: 2, failed: 0 } });
    expect(one!.policy).toMatch(/^talk@[\da-f]{8}$/);
    // Nine words of gold; the second line is a menu of one word.
    expect(one!.metrics['tokens']!['precision']).toEqual({ value: 1, n: 2 });
    expect(two!.metrics['tokens']!['precision']).toEqual({ value: 0.9, n: 2 });
  });

  test('with faults ends with 2 and names them all', async () => {
    await writeFile(join(at.folder, 'faulty.yaml'), 'corpora: { own: 1 }\nrun:\n  extractr: nothing\n');
    const { code, stdout, stderr } = await at.assayHere('corpus', 'list', '--config', 'faulty.yaml');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.split('\n')).toEqual([
      'assay: faulty.yaml has 2 faults',
      '  faulty.yaml:1:12: corpora.own: found a number (1); expected a folder, or a dataset such as aeb:PATH; write ./folder',
      '  faulty.yaml:3:3: run.extractr: found the unknown key "extractr"; expected one of corpus, extractor, policy, workers, timeoutMs, memoryMb, cache, reporter; did you mean "extractor"?',
      '',
    ]);
  });
});
