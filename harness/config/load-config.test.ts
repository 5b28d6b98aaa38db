import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { findConfig, loadConfig } from './load-config.ts';

const folder = temporaryFolder();

async function write(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** The message with which a configuration is refused, its folder left out. */
async function refusalOf(path: string): Promise<string> {
  const error: unknown = await loadConfig(path).then(() => undefined, (thrown: unknown) => thrown); // prettier-ignore
  expect(error).toMatchObject({ name: 'AssayError', code: 'usage' });
  return (error as Error).message.replaceAll(`${folder}/`, '');
}

describe('a configuration is loaded', () => {
  test.each([
    ['JavaScript', 'plain/assay.config.mjs', '{}', "export default { corpora: { own: './pages' } };"],
    ['CommonJS', 'old/assay.config.js', '{}', "module.exports = { corpora: { own: './pages' } };"],
    ['YAML', 'yaml/assay.config.yaml', '{}', 'corpora:\n  own: ./pages # ours\n'],
  ])('from %s', async (_, name, manifest, content) => {
    const path = await write(name, content);
    await write(join(dirname(name), 'package.json'), manifest);
    const loaded = await loadConfig(path);
    expect(loaded.config).toEqual({ corpora: { own: './pages' } });
    expect(loaded.folder).toBe(dirname(path));
  });

  test('from an object, and from nothing', async () => {
    const config = { run: { workers: 2 } };
    expect(await loadConfig(config)).toMatchObject({ config, folder: process.cwd() });
    expect(await loadConfig(false)).toMatchObject({ config: {}, folder: process.cwd() });
  });

  test('from an empty file', async () => {
    expect(await loadConfig(await write('empty.yaml', '# nothing yet\n'))).toMatchObject({ config: {} });
  });

  test('from YAML with keys as they are written', async () => {
    const names = ['1.10', '1.1', '2.0', '007', '0x10', '1e3', 'null', 'true'];
    const lines = names.map((name) => `  ${name}: ./${name}\n`);
    const { config } = await loadConfig(await write('names.yaml', `corpora:\n${lines.join('')}`));
    expect(new Map(Object.entries(config.corpora!))).toEqual(
      new Map(names.map((name) => [name, `./${name}`])),
    );
    const path = await write(
      'deep.yaml',
      'extractors:\n  a: { module: ./a.ts, options: { 1.50: 1.50, ~: 1 } }\n',
    );
    expect((await loadConfig(path)).config.extractors?.['a']).toEqual({
      module: './a.ts',
      options: { '1.50': 1.5, '~': 1 },
    });
  });

  test('from YAML with numbers, true and false as what they are', async () => {
    const path = await write('options.yaml', 'extractors:\n  a: { module: ./a.ts, options: { fast: true, n: 1.5, no: no } }\n'); // prettier-ignore
    const { config } = await loadConfig(path);
    expect(config.extractors?.['a']).toEqual({ module: './a.ts', options: { fast: true, n: 1.5, no: 'no' } });
  });
});

test('a place is named with line and column where the file has them', async () => {
  const yaml = await loadConfig(await write('places.yaml', 'run:\n  corpus: [a, b]\ncorpora:\n  a: x\n  b.2: x\n')); // prettier-ignore
  const place = (path: (string | number)[]): string => yaml.place(path).replace(`${folder}/`, '');
  expect(place(['run', 'corpus', 1])).toBe('places.yaml:2:15: run.corpus[1]');
  expect(place(['corpora', 'b.2'])).toBe('places.yaml:5:3: corpora["b.2"]');
  expect(place(['run', 'policy', 'name'])).toBe('places.yaml:1:1: run.policy.name');
  expect(place(['policies'])).toBe('places.yaml: policies');
  expect(place([])).toBe('places.yaml');
  const script = await loadConfig(await write('places.mjs', 'export default {};'));
  expect(script.place(['run', 'corpus']).replace(`${folder}/`, '')).toBe('places.mjs: run.corpus');
});

describe('a configuration is refused', () => {
  test.each([
    ['one fault', 'one.yaml', 'run:\n  wrokers: 2\n', 'one.yaml:2:3: run.wrokers: found the unknown key "wrokers"; expected one of corpus, extractor, policy, workers, timeoutMs, memoryMb, cache, reporter; did you mean "workers"?'],
    ['two faults', 'two.mjs', 'export default { run: 1, corpora: { a: 2 } };', 'two.mjs has 2 faults\n  two.mjs: corpora.a: found a number (2); expected a folder, or a dataset such as aeb:PATH; write ./folder\n  two.mjs: run: found a number (1); expected a map with the keys corpus, extractor, policy, workers, timeoutMs, memoryMb, cache, reporter; write key: value'],
    ['old names', 'old.yaml', 'run:\n  timeout: 5000\n  memory: 512\n', 'old.yaml has 2 faults\n  old.yaml:2:3: run.timeout: found the key "timeout", which is now called "timeoutMs"; expected timeoutMs; rename it\n  old.yaml:3:3: run.memory: found the key "memory", which is now called "memoryMb"; expected memoryMb; rename it'],
    ['no YAML', 'broken.yaml', 'run: [a\ncorpora: }', 'broken.yaml:2:1: found what YAML cannot read: Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ['a number as key twice', 'number.yaml', 'corpora:\n  1.10: ./a\n  "1.10": ./b\n', 'number.yaml:3:3: found what YAML cannot read: Map keys must be unique'],
    ['a fault below a number', 'below.yaml', 'corpora:\n  1.10: 2\n', 'below.yaml:2:3: corpora["1.10"]: found a number (2); expected a folder, or a dataset such as aeb:PATH; write ./folder'],
    ['a key twice', 'twice.yaml', 'run: {}\nrun: {}\n', 'twice.yaml:2:1: found what YAML cannot read: Map keys must be unique'],
    ['an alias of nothing', 'alias.yaml', 'run: *none\n', 'alias.yaml: found what YAML cannot resolve: ReferenceError: Unresolved alias (the anchor must be set before the alias): none'],
    ['no default export', 'named.mjs', 'export const config = {};', 'named.mjs: found no default export; expected a configuration; write export default defineConfig({ … })'],
    ['a function', 'function.mjs', 'export default () => ({});', 'function.mjs: found a function; expected a map with the keys extractors, corpora, policies, run, gate; write key: value'],
    ['an error in the file', 'throws.mjs', "throw new Error('not today');", 'throws.mjs: does not load: Error: not today (throws.mjs:1)'],
    ['another format', 'config.toml', '', 'config.toml: found a file that ends in .toml; expected a configuration that ends in .ts, .mts, .js, .mjs or .yaml; rename it'],
  ])('%s', async (_, name, content, message) => {
    const refusal = await refusalOf(await write(name, content));
    expect(refusal.split('\n').slice(0, message.split('\n').length).join('\n')).toBe(message);
  }); // prettier-ignore

  test.each(['none.yaml', 'none.ts'])('no such file: %s', async (name) => {
    expect(await refusalOf(join(folder, name))).toBe(
      `${name}: cannot read the configuration (ENOENT); check the path`,
    );
  });
});

describe('a folder', () => {
  test('has the configuration that stands in it, or none', async () => {
    await mkdir(join(folder, 'bare/src'), { recursive: true });
    expect(await findConfig(join(folder, 'bare'))).toBeUndefined();
    const path = await write('bare/assay.config.mts', '');
    expect(await findConfig(join(folder, 'bare'))).toBe(path);
    expect(await findConfig(join(folder, 'bare/src'))).toBeUndefined();
  });

  test('with two of them is refused', async () => {
    await write('both/assay.config.yaml', '');
    await write('both/assay.config.ts', '');
    await expect(findConfig(join(folder, 'both'))).rejects.toThrow(
      'found assay.config.ts and assay.config.yaml in one folder; expected one configuration; remove the others, or name one with --config FILE',
    );
  });

  test('with one under a name that is not read is refused', async () => {
    await write('mistaken/assay.config.yml', '');
    await expect(findConfig(join(folder, 'mistaken'))).rejects.toThrow(
      'assay.config.yml: found a name that Assay does not read; expected one of assay.config.ts, assay.config.mts, assay.config.js, assay.config.mjs, assay.config.yaml; rename it',
    );
  });
});
