import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import type { AssayConfig } from '../model/config.ts';
import type { Corpus } from '../model/page.ts';
import { POLICIES } from '../model/policy.ts';
import { choosePolicy } from './choice.ts';
import { corpusFolders, openCorpora } from './open-corpora.ts';
import { loadConfig } from './load-config.ts';
import type { LoadedConfig } from './load-config.ts';
import { listExtractors, openExtractors } from './open-extractors.ts';

const folder = temporaryFolder();
let loaded: LoadedConfig;

const CONFIG: AssayConfig = {
  extractors: {
    first: './first.mjs',
    short: { module: './first.mjs', options: { lines: 1 } },
    old: 'recorded:./old.json',
    readability: './first.mjs',
    lost: './lost.mjs',
  },
  corpora: { own: './pages-of-mine', lost: './nowhere' },
  policies: { body: { required: ['p'] } },
};

beforeAll(async () => {
  await writeFile(
    join(folder, 'first.mjs'),
    "export default { name: 'inner', version: '3', accepts: ['text'], extract: () => null }",
  );
  await writeFile(join(folder, 'old.json'), '{ "version": "1", "output": {} }');
  const page = join(folder, 'pages-of-mine/pages/site.example/one');
  await mkdir(page, { recursive: true });
  await writeFile(join(page, 'page.txt'), 'One.');
  await writeFile(join(page, 'gold.yaml'), 'body:\n  - p: One.\n');
  loaded = await load(CONFIG);
});

let count = 0;
async function load(config: AssayConfig): Promise<LoadedConfig> {
  const path = join(folder, `assay-${count++}.yaml`);
  await writeFile(path, JSON.stringify(config, null, 2));
  return loadConfig(path);
}

/** What the folder has in messages. */
function here(text: string): string {
  return text.replaceAll('HERE', folder);
}

describe('extractors', () => {
  test('have the names of the configuration, which go before known ones, and its options', async () => {
    const extractors = await openExtractors(loaded, ['first', 'short', 'old', 'readability']);
    const seen = extractors.map(({ name, version, source, options }) => [name, version, source, options]);
    expect(seen).toEqual([
      ['first', '3', './first.mjs', undefined],
      ['short', '3', './first.mjs', { lines: 1 }],
      ['old', '1', `recorded:${folder}/old.json`, undefined],
      ['readability', '3', './first.mjs', undefined],
    ]);
    expect(new Set(extractors.map((each) => each.fingerprint)).size).toBe(3);
  });

  test.each<[string, AssayConfig['run'], string[]]>([
    ['all of the configuration and the baselines', {}, ['old', 'older', 'everything', 'nothing']],
    ['those of run.extractor', { extractor: ['older', 'old'] }, ['older', 'old']],
    ['the one of run.extractor', { extractor: 'older' }, ['older']],
  ])('where none is chosen are %s', async (_, run, names) => {
    const extractors = { old: 'recorded:./old.json', older: 'recorded:./old.json' };
    const opened = await openExtractors(await load({ extractors, ...(run && { run }) }), undefined);
    expect(opened.map(({ name }) => name)).toEqual(names);
  });

  test('may be modules of a program, with a name and options of their own', async () => {
    const module = join(folder, 'first.mjs');
    const [named, bare] = await openExtractors(loaded, [
      { name: 'mine', module, options: { lines: 2 } },
      { module },
    ]);
    expect(named).toMatchObject({ name: 'mine', version: '3', options: { lines: 2 } });
    expect(bare).toMatchObject({ name: 'inner', source: module });
    // @ts-expect-error -- a function is no JSON
    const faulty = openExtractors(loaded, [{ name: 'mine', module, options: { lines: () => 2 } }]);
    await expect(faulty).rejects.toThrow(
      'mine: options.lines: found a function; expected data that JSON can hold; write texts',
    );
  });

  test.each([
    ['lost', 'assay-0.yaml:12:5: extractors.lost: ./lost.mjs: found no extractor module at HERE/lost.mjs; name a file that is there'],
    ['shrt', 'unknown extractor "shrt": did you mean "short"? "assay extractors" lists'],
    ['toString', 'unknown extractor "toString"; "assay extractors" lists'],
  ])('that cannot be had are named with their place: %s', async (name, message) => {
    await expect(openExtractors(loaded, [name])).rejects.toThrow(here(message));
  }); // prettier-ignore

  test('of run.extractor that nobody knows are named with their place', async () => {
    const config = await load({ run: { extractor: ['nothing', './none.mjs'] } });
    await expect(openExtractors(config, undefined)).rejects.toThrow(
      here('.yaml:5:7: run.extractor[1]: ./none.mjs: found no extractor module at HERE/none.mjs'),
    );
  });
});

test('only what is asked for is tried and listed', async () => {
  const listed = await listExtractors(await loadConfig(false), (name) =>
    ['nothing', 'c4-lines'].includes(name),
  );
  expect(listed.map(({ name, state }) => [name, state.runs])).toEqual([
    ['c4-lines', true],
    ['nothing', true],
  ]);
});

describe('corpora', () => {
  const names = async (config: LoadedConfig, chosen?: (string | Corpus)[]): Promise<string[]> =>
    (await openCorpora(config, chosen)).map(({ corpus, source }) => `${corpus.name} ${source}`);

  test('have the names of the configuration', async () => {
    expect(await names(loaded, ['own'])).toEqual(['own ./pages-of-mine']);
    expect(await names(loaded, [join(folder, 'pages-of-mine')])).toEqual([
      here('pages-of-mine HERE/pages-of-mine'),
    ]);
  });

  test('where none is chosen are those of run.corpus, else all of the configuration, else builtin', async () => {
    const corpora = { own: './pages-of-mine' };
    expect(await names(await load({ corpora, run: { corpus: ['./pages-of-mine'] } }))).toEqual([
      'pages-of-mine ./pages-of-mine',
    ]);
    expect(await names(await load({ corpora }))).toEqual(['own ./pages-of-mine']);
    expect(await names(await load({}))).toEqual(['assay builtin']);
  });

  test('may be those of a program', async () => {
    const [own] = await openCorpora(loaded, ['own']);
    expect(await names(loaded, [{ ...own!.corpus, name: 'other' }])).toEqual(['other other']);
  });

  test.each([
    ['lost', '.yaml:16:5: corpora.lost: there is no folder "HERE/nowhere"; a corpus has'],
    ['onw', 'there is no folder "onw"; a corpus has onw/pages/<site>/<page>/gold.yaml; did you mean "own"?'],
  ])('that cannot be had are named with their place: %s', async (name, message) => {
    await expect(openCorpora(loaded, [name])).rejects.toThrow(here(message));
  });
});

describe('folders to write in', () => {
  test('are those chosen, by name or path', async () => {
    const chosen = ['own', 'elsewhere', 'aeb:x'];
    expect(await corpusFolders(loaded, chosen)).toEqual([here('HERE/pages-of-mine'), 'elsewhere', 'aeb:x']);
  });

  test('where none is chosen are those of the configuration without datasets, else the built-in one', async () => {
    const config = await load({ corpora: { aeb: 'aeb:x', own: './mine' }, run: { corpus: 'builtin' } });
    expect(await corpusFolders(config, undefined)).toEqual([here('HERE/mine')]);
    expect(await corpusFolders(await load({}), undefined)).toEqual(['corpus']);
  });
});

describe('the policy', () => {
  test('is the one chosen, else that of run.policy, else article', async () => {
    const body = { name: 'body', description: '', required: ['p'], comments: 'forbidden' };
    expect(choosePolicy(loaded, 'body')).toEqual(body);
    expect(choosePolicy(loaded, 'reader')).toBe(POLICIES.reader);
    expect(choosePolicy(loaded, POLICIES.prose)).toBe(POLICIES.prose);
    expect(choosePolicy(loaded, undefined)).toBe(POLICIES.article);
    const configured = await load({ ...CONFIG, run: { policy: 'body' } });
    expect(choosePolicy(configured, undefined)).toEqual(body);
    expect(choosePolicy(configured, 'article')).toBe(POLICIES.article);
  });

  test('that nobody knows is refused', async () => {
    const known = 'Known are body, article, reader, prose, discussion';
    expect(() => choosePolicy(loaded, 'bdoy')).toThrow(
      `unknown policy "bdoy": did you mean "body"? ${known}`,
    );
    const configured = await load({ run: { policy: 'best' } });
    expect(() => choosePolicy(configured, undefined)).toThrow(
      /:3:5: run\.policy: unknown policy "best"; known are article, /,
    );
  });
});
