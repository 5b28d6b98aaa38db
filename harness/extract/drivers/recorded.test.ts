import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import type { Outcome } from '../../model/extraction.ts';
import { loadRecordedExtractor } from './recorded.ts';

const folder = temporaryFolder();

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function recall(path: string, id: string, corpus = 'c'): Promise<Outcome> {
  const session = await (await loadRecordedExtractor(path)).open({ workers: 1, timeoutMs: 1, corpus });
  const outcome = await session.extract({ id, site: 's', media: 'html', bytes: Buffer.alloc(0) });
  await session.close();
  return outcome;
}

describe('recorded output', () => {
  test('is named for its file and has the version that it states', async () => {
    const path = write('go_trafilatura.json', '{"output": {}, "version": "ae7ea06"}');
    expect(await loadRecordedExtractor(path)).toMatchObject({
      name: 'go_trafilatura',
      version: 'ae7ea06',
      accepts: ['html', 'text'],
      baseline: false,
      driver: 'recorded',
      source: `recorded:${path}`,
    });
  });

  test.each([
    ['a bare map', '{"p": {"articleBody": "Text", "url": "https://example.org/"}}'],
    ['a map without a stated version', '{"output": {"p": {"articleBody": "Text"}}}'],
    ['a map with null for a version', '{"version": null, "output": {"p": {"articleBody": "Text"}}}'],
  ])('without a version is unrecorded: %s', async (_, content) => {
    const path = write('bare.json', content);
    expect(await loadRecordedExtractor(path)).toHaveProperty('version', 'unrecorded');
    expect(await recall(path, 'p')).toEqual({ status: 'extracted', extraction: { text: 'Text' } });
  });

  test.each([
    ['null', '{"p": {"articleBody": null}}', ''],
    ['the layout of WCXB', '{"p": "Text", "q": ""}', 'Text'],
    ['null in the layout of WCXB', '{"p": null}', ''],
    ['no articleBody', '{"p": {}}', ''],
    ['half a character', '{"p": {"articleBody": "\\ud83d"}}', '\uFFFD'],
    ['a byte order mark before the JSON', '\uFEFF{"p": {"articleBody": "x"}}', 'x'],
  ])('%s', async (_, content, text) => {
    expect(await recall(write('text.json', content), 'p')).toMatchObject({ extraction: { text } });
  });

  test('may hold pages with the names of other things', async () => {
    const content =
      '{"output": {"articleBody": "A"}, "version": {"articleBody": "B"}, "__proto__": {"articleBody": "C"}}';
    const path = write('names.json', content);
    expect(await recall(path, 'output')).toMatchObject({ extraction: { text: 'A' } });
    expect(await recall(path, 'version')).toMatchObject({ extraction: { text: 'B' } });
    expect(await recall(path, '__proto__')).toMatchObject({ extraction: { text: 'C' } });
  });

  test.each(['missing', 'constructor'])('that it does not hold is unavailable: %s', async (id) => {
    const path = write('some.json', '{"p": {"articleBody": "Text"}}');
    const message = `${path} holds no output for ${id}`;
    expect(await recall(path, id)).toEqual({ status: 'failed', failure: 'unavailable', message });
  });
});

describe('a file that is no recorded output', () => {
  const expected =
    'expected {"<page>": {"articleBody": "…"}}, {"<page>": "…"} or {"version": "…", "output": {…}}';

  test.each([
    ['a list', '[]', `found an array; ${expected}`],
    ['a text', '"x"', `found the text "x"; ${expected}`],
    ['a map of numbers', '{"p": 1}', `entry "p": found a number (1); ${expected}`],
    [
      'a number for a text',
      '{"p": {"articleBody": 1}}',
      `entry "p": found articleBody: a number (1); ${expected}`,
    ],
    [
      'another name for the text',
      '{"p": {"text": "x", "title": "y"}}',
      `entry "p": found no articleBody beside text, title; ${expected}`,
    ],
    ['a page twice', '{"p": "x", "p": "y"}', 'found the key "p" again; expected it once'],
    ['a list for a map', '{"version": "1", "output": []}', `entry "output": found an array; ${expected}`],
  ])('is refused: %s', async (_, content, message) => {
    const path = write('bad.json', content);
    const refusal = expect(loadRecordedExtractor(path)).rejects;
    await refusal.toMatchObject({ code: 'bad-input', message: `${path}: ${message}` });
  });

  test('is refused: no JSON', async () => {
    const path = write('broken.json', '{"p": ');
    await expect(loadRecordedExtractor(path)).rejects.toThrow(/broken\.json: not JSON: SyntaxError: /);
  });

  test('is refused: no file', async () => {
    const path = join(folder, 'none.json');
    const message = `${path}: there is no such file or folder; recorded:PATH takes a .json or .jsonl file, a folder of files, or the folder of a run`;
    await expect(loadRecordedExtractor(path)).rejects.toMatchObject({ code: 'bad-input', message });
  });
});

describe('recorded lines', () => {
  const lines = [
    '{"assay": 1, "name": "mine", "version": "2"}',
    '',
    '{"id": "s/a", "url": "https://a.example/", "markdown": "# A", "authors": ["B"]}',
    '{"id": "s/b", "error": "no body"}',
    '{"id": "s/c", "txet": "x"}',
    '{"id": "s/n", "text": null}',
    '{"id": "s/d", "text": "without newline"}',
  ].join('\n');

  test.each(['out.jsonl', 'out.jsonl.gz'])('are answers of a command: %s', async (name) => {
    const path = join(folder, name);
    writeFileSync(path, name.endsWith('.gz') ? gzipSync(lines) : lines);
    expect(await loadRecordedExtractor(path)).toMatchObject({ name: 'mine', version: '2' });
    const extraction = { markdown: '# A', authors: ['B'] };
    expect(await recall(path, 's/a')).toEqual({ status: 'extracted', extraction });
    expect(await recall(path, 's/b')).toEqual({ status: 'failed', failure: 'threw', message: 'no body' });
    expect(await recall(path, 's/c')).toMatchObject({ failure: 'bad-output' });
    expect(await recall(path, 's/d')).toMatchObject({ extraction: { text: 'without newline' } });
    expect(await recall(path, 's/n')).toEqual({ status: 'extracted', extraction: { text: '' } });
    expect(await recall(path, 's/e')).toMatchObject({ failure: 'unavailable' });
  });

  test('are named for their file where they do not say', async () => {
    const path = write('plain.ndjson', '{"id": "a", "text": ""}\n');
    expect(await loadRecordedExtractor(path)).toMatchObject({ name: 'plain', version: 'unrecorded' });
  });

  test.each([
    ['{"id": "a", "text": ""}\n{"text": ""}', /bad\.jsonl:2: found no id; expected \{"id"/],
    ['{"id": "a", "text": ""}\n\n{"id": "a", "text": ""}', /bad\.jsonl:3: found the id "a" again/],
    ['[]', /bad\.jsonl:1: found no object/],
    ['{"id": ', /bad\.jsonl:1: not JSON: SyntaxError/],
    ['{"assay": 2}', /bad\.jsonl:1: assay: found a number \(2\); expected 1/],
  ])('are refused: %j', async (content, message) => {
    const loading = loadRecordedExtractor(write('bad.jsonl', content));
    await expect(loading).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(message) as unknown,
    });
  });
});

describe('a folder of recorded output', () => {
  const files = join(folder, 'outputs');
  mkdirSync(join(files, 'site'), { recursive: true });
  writeFileSync(join(files, 'site', 'a.txt'), 'Text');
  writeFileSync(join(files, 'site', 'a.html'), '<p>Text');
  writeFileSync(join(files, 'b.md'), '# B');
  writeFileSync(join(files, 'c.txt'), Buffer.from([0xff]));
  writeFileSync(join(folder, 'outside.txt'), 'secret');

  test('has a file or more a page', async () => {
    expect(await loadRecordedExtractor(files)).toMatchObject({ name: 'outputs', version: 'unrecorded' });
    expect(await recall(files, 'site/a')).toMatchObject({ extraction: { text: 'Text', html: '<p>Text' } });
    expect(await recall(files, 'b')).toMatchObject({ extraction: { markdown: '# B' } });
    expect(await recall(files, 'c')).toMatchObject({ failure: 'bad-output', message: 'c.txt is not UTF-8' });
    expect(await recall(files, '../outside')).toMatchObject({ failure: 'unavailable' });
  });

  test('has a fingerprint that follows its files', async () => {
    const before = (await loadRecordedExtractor(files)).fingerprint;
    writeFileSync(join(files, 'd.txt'), 'D');
    expect((await loadRecordedExtractor(files)).fingerprint).not.toBe(before);
  });

  test('without any is refused', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    await expect(loadRecordedExtractor(empty)).rejects.toThrow(`${empty}: found no recorded output`);
    writeFileSync(join(empty, 'b.jsonl.gz'), '');
    writeFileSync(join(empty, 'a.json'), '{}');
    await expect(loadRecordedExtractor(empty)).rejects.toThrow(
      `or the folder of a run; or name a file of it, such as ${join(empty, 'a.json')}`,
    );
  });
});

describe('an earlier run', () => {
  function writeRun(name: string, corpora: readonly string[], extractors: readonly string[]): string {
    const run = join(folder, name);
    mkdirSync(run);
    const digest = '0'.repeat(64);
    const about = { version: '3', accepts: ['html'], baseline: true, source: 'mine.ts', driver: 'module' };
    writeFileSync(
      join(run, 'run.json'),
      JSON.stringify({
        schema: 'assay/run@1',
        assay: '0.1.0',
        started: '2026-11-29T12:00:00.000Z',
        policy: 'article',
        corpora: corpora.map((corpus) => ({
          name: corpus,
          source: corpus,
          digest,
          gold: 'text',
          pages: 4,
          selected: 4,
        })),
        extractors: extractors.map((extractor) => ({
          name: extractor,
          ...about,
          fingerprint: digest,
          network: 'not used',
        })),
        metrics: ['exact@1'],
        options: { workers: 1, timeoutMs: 10_000, memoryMb: 2048 },
        machine: {
          platform: 'linux',
          arch: 'x64',
          cpu: 'any',
          cores: 1,
          memoryBytes: 1,
          node: '20.19.0',
          unicode: '17.0',
        },
      }),
    );
    const keys = corpora.flatMap((corpus) => extractors.map((extractor) => ({ corpus, extractor })));
    const made = keys.map((key) => ({
      ...key,
      page: 'a',
      extraction: { text: Object.values(key).join(' ') },
    }));
    const results = keys.flatMap((key) => [
      { ...key, page: 'a', site: 's', status: 'extracted', metrics: {} },
      { ...key, page: 'b', site: 's', status: 'failed', failure: 'timeout', message: 'late', metrics: {} },
      { ...key, page: 'c', site: 's', status: 'skipped', reason: 'plain' },
    ]);
    const lines = (values: readonly object[]): string =>
      values.map((value) => `${JSON.stringify(value)}\n`).join('');
    writeFileSync(join(run, 'results.jsonl'), `${lines(results)}{"torn`);
    writeFileSync(join(run, 'extractions.jsonl.gz'), gzipSync(lines(made)));
    return run;
  }

  test('gives back what its extractor returned, and how it failed', async () => {
    const run = writeRun('one', ['c1'], ['mine']);
    const about = { name: 'mine', version: '3', accepts: ['html'], baseline: true };
    expect(await loadRecordedExtractor(run)).toMatchObject({ ...about, source: `recorded:${run}` });
    const failed = { status: 'failed', failure: 'timeout', message: 'late' };
    expect(await recall(run, 'a', 'another name')).toMatchObject({ extraction: { text: 'c1 mine' } });
    expect(await recall(run, 'b')).toEqual(failed);
    expect(await recall(run, 'c')).toEqual({ status: 'skipped', reason: 'plain' });
    expect(await recall(run, 'd')).toMatchObject({ failure: 'unavailable' });
  });

  test('of several corpora and extractors tells them apart', async () => {
    const run = writeRun('more', ['c1', 'c2'], ['mine', 'other']);
    expect(await recall(`${run}#other`, 'a', 'c2')).toMatchObject({ extraction: { text: 'c2 other' } });
    expect(await recall(`${run}#other`, 'a', 'c3')).toMatchObject({ failure: 'unavailable' });
    const many = `recorded:${run}: the run has 2 extractors; write recorded:${run}#NAME; name one of mine, other`;
    await expect(loadRecordedExtractor(run)).rejects.toMatchObject({ code: 'usage', message: many });
    const near = `recorded:${run}: the run has no "mien"; write recorded:${run}#NAME; did you mean "mine"?`;
    await expect(loadRecordedExtractor(`${run}#mien`)).rejects.toThrow(near);
  });

  test('that was cut off gives back what it had', async () => {
    const run = writeRun('cut', ['c1'], ['mine']);
    const path = join(run, 'extractions.jsonl.gz');
    const whole = `${JSON.stringify({ corpus: 'c1', extractor: 'mine', page: 'a', extraction: { text: 'kept' } })}\n`;
    const noise = Array.from({ length: 5000 }, (_, index) => Math.sin(index)).join(' ');
    writeFileSync(path, gzipSync(`${whole}${noise}`).subarray(0, -2000));
    expect(await recall(run, 'a')).toMatchObject({ extraction: { text: 'kept' } });
  });

  test.each([
    ['results.jsonl', undefined, ': cannot read this part of the run (ENOENT)'],
    ['extractions.jsonl.gz', undefined, ': cannot read this part of the run (ENOENT)'],
    ['extractions.jsonl.gz', 'no gzip', ' is damaged (Z_DATA_ERROR); remove'],
  ])('without a sound %s is refused (%s)', async (name, content, found) => {
    const run = writeRun(`unsound-${name}-${content}`, ['c1'], ['mine']);
    if (content === undefined) rmSync(join(run, name));
    else writeFileSync(join(run, name), content);
    const message = expect.stringContaining(`${join(run, name)}${found}`) as string;
    await expect(loadRecordedExtractor(run)).rejects.toMatchObject({ code: 'bad-input', message });
  });
});

describe('a file that is not UTF-8', () => {
  test.each([
    ['latin.jsonl', '{"id": "a", "text": "ok"}\n{"id": "b", "text": "caf\u00e9"}\n', ':2'],
    ['latin.json', '{"a": "caf\u00e9"}', ''],
  ])('is refused, rather than read as something else: %s', async (name, content, line) => {
    const path = join(folder, name);
    writeFileSync(path, Buffer.from(content, 'latin1'));
    await expect(loadRecordedExtractor(path)).rejects.toThrow(`${path}${line}: not UTF-8`);
  });
});
