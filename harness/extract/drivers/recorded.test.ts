import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Outcome } from '../../model/extraction.ts';
import { loadRecordedExtractor } from './recorded.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-recorded-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function recall(path: string, id: string): Promise<Outcome> {
  const session = await (await loadRecordedExtractor(path)).open({ workers: 1, timeoutMs: 1 });
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
  const expected = 'expected {"<page>": {"articleBody": "…"}} or {"version": "…", "output": {…}}';

  test.each([
    ['a list', '[]', `found an array; ${expected}`],
    ['a text', '"x"', `found the text "x"; ${expected}`],
    ['a map of texts', '{"p": "Text"}', `entry "p": found the text "Text"; ${expected}`],
    [
      'a number for a text',
      '{"p": {"articleBody": 1}}',
      `entry "p": found articleBody: a number (1); ${expected}`,
    ],
    [
      'a list for a map',
      '{"version": "1", "output": []}',
      `entry "version": found the text "1"; ${expected}`,
    ],
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
    const message = `${path}: cannot read the recorded output (ENOENT)`;
    await expect(loadRecordedExtractor(path)).rejects.toMatchObject({ code: 'bad-input', message });
  });
});
