import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadConfig } from '../config/load-config.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { entryOf, runOf } from './fixtures/finished-run.ts';
import type { Reporter } from './reporter.ts';
import { openReporters } from './open-reporters.ts';
import type { ReportSettings } from './open-reporters.ts';

const folder = temporaryFolder();
afterEach(() => vi.restoreAllMocks());

const run = { ...runOf([entryOf('a', 0.5)]), folder };
const start = { folder, description: run.description, pages: 3 };
const line: JournalLine = { corpus: 'toy', extractor: 'a', page: 'p', site: 's', status: 'skipped', reason: 'x' }; // prettier-ignore

/** A reporter that notes when it is called. */
function noting(name: string, notes: string[]): Reporter {
  return {
    onRunStart: ({ pages }) => void notes.push(`${name} starts ${pages}`),
    onPage: ({ page }) => void notes.push(`${name} ${page}`),
    onRunEnd: async ({ summary }) => {
      await Promise.resolve();
      notes.push(`${name} ends ${summary.extractors.length}`);
    },
  };
}

async function open(settings: ReportSettings, defaults = {}): Promise<Required<Reporter>> {
  return openReporters(await loadConfig(false), settings, defaults);
}

/** What the reporters of a finished run print on standard output. */
async function printed(settings: ReportSettings, finished = run): Promise<string> {
  let text = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  await (await open(settings)).onRunEnd(finished);
  vi.restoreAllMocks();
  return text;
}

describe('several reporters', () => {
  test('are called one after the other, progress first, what a program asks last', async () => {
    const notes: string[] = [];
    const all = await open(
      {
        reporters: [noting('one', notes), { onRunEnd: () => void notes.push('two ends') }],
        onStart: (pages) => notes.push(`program starts ${pages}`),
        onPage: ({ page }) => notes.push(`program ${page}`),
      },
      { progress: noting('progress', notes) },
    );
    await all.onRunStart(start);
    await all.onPage(line);
    await all.onRunEnd(run);
    expect(notes).toEqual([
      'progress starts 3',
      'one starts 3',
      'program starts 3',
      'progress p',
      'one p',
      'program p',
      'progress ends 1',
      'one ends 1',
      'two ends',
    ]);
  });

  test('an error of one is thrown when all others have been called', async () => {
    const notes: string[] = [];
    const failing: Reporter = { onRunEnd: () => Promise.reject(new Error('no such channel')) };
    const all = await open({ reporters: [failing, noting('other', notes)] });
    await expect(all.onRunEnd(run)).rejects.toThrow('no such channel');
    expect(notes).toEqual(['other ends 1']);
  });
});

describe('reporters by name', () => {
  test('terminal prints the table, json the summary, markdown writes report.md; a program gets markdown alone', async () => {
    expect(await printed({ reporters: ['terminal'] })).toMatch(/^\ntoy 2 · 3 of 5 pages · /);
    expect(JSON.parse(await printed({ reporters: ['json'] }))).toEqual({ ...run.summary, folder });
    expect(await readdir(folder)).toEqual([]);
    expect(await printed({})).toBe('');
    expect(await readdir(folder)).toEqual(['report.md']);
    expect(await printed({ reporters: [] })).toBe('');
  });

  test('the terminal names report.md only where that is, or is written', async () => {
    const worst = [{ page: 's/9', site: 's', value: 0.25, counts: {} }];
    const names = ['a', 'b', 'c', 'd', 'e'];
    const many = { ...runOf(names.map((name) => entryOf(name, 0.5, { worst }))), folder };
    const alone = await printed({ reporters: ['terminal'] }, { ...many, folder: join(folder, 'none') });
    expect(alone).toContain('each of the 5 extractors: by assay report RUN\n');
    const both = await printed({ reporters: ['terminal', 'markdown'] }, many);
    expect(both).toContain('each of the 5 extractors: in report.md\n');
    const again = await printed({ reporters: ['terminal'] }, many);
    expect(again).toContain('each of the 5 extractors: in report.md\n');
  });

  test('one that is not known is refused with what was meant', async () => {
    await expect(open({ reporters: ['termnal'] })).rejects.toMatchObject({
      code: 'usage',
      message:
        'unknown reporter "termnal": did you mean "terminal"? Known are terminal, markdown, html, json, csv, junit, github; a reporter of your own is named by its path: ./my-reporter.ts',
    });
    const loaded = await loadConfig({ run: { reporter: ['terminal', 'mardkown'] } });
    await expect(openReporters(loaded, {}, {})).rejects.toThrow(
      'the configuration: run.reporter[1]: unknown reporter "mardkown": did you mean "markdown"?',
    );
  });
});

describe("a user's own module", () => {
  async function moduleOf(name: string, source: string): Promise<string> {
    await mkdir(join(folder, 'own'), { recursive: true });
    const path = join(folder, 'own', name);
    await writeFile(path, source);
    return path;
  }

  test('gets the finished run; its path is relative to the configuration', async () => {
    const path = await moduleOf(
      'mine.ts',
      'export default { onRunEnd(run: { folder: string }): void { (globalThis as Record<string, unknown>)["seen"] = run; } };',
    );
    await (await open({ reporters: [path] })).onRunEnd(run);
    expect(globalThis).toHaveProperty('seen', run);
    await moduleOf('assay.config.yaml', 'run: { reporter: ./mine.ts }');
    const loaded = await loadConfig(join(folder, 'own/assay.config.yaml'));
    const other = { ...run, folder: 'other' };
    await (await openReporters(loaded, {}, {})).onRunEnd(other);
    expect(globalThis).toHaveProperty('seen', other);
  });

  test.each([
    ['nothing.mjs', 'export const x = 1;', 'found no default export; expected a reporter; write export default { onRunEnd(run) { … } }'],
    ['empty.mjs', 'export default {};', 'found a default export that is not a reporter; expected an object with onRunStart, onPage, onRunEnd, onVerdict or some of them'],
    ['text.mjs', 'export default { onRunEnd: "text" };', 'found a default export that is not a reporter'],
    ['broken.mjs', 'export default {', 'does not load'],
  ])('%s is refused', async (name, source, message) => {
    const path = await moduleOf(name, source);
    await expect(open({ reporters: [path] })).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining(`${name}: ${message}`) });
  }); // prettier-ignore

  test('that is not there is said', async () => {
    await expect(open({ reporters: ['./no/such.ts'] })).rejects.toThrow('no/such.ts: there is no such file');
  });

  test('that fails is named, with its own part of the stack and where the run is', async () => {
    const source = 'export default { onRunEnd() { throw new TypeError("of mine"); } };';
    const failing = await open({ reporters: [await moduleOf('fails.mjs', source)] });
    const error: unknown = await Promise.resolve(failing.onRunEnd(run)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'AssayError', code: 'usage' });
    const lines = (error as Error).message.split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^the reporter \S*fails\.mjs failed: TypeError: of mine$/);
    expect(lines[1]).toMatch(/^ +at .*fails\.mjs:1:/);
    expect(lines[2]).toBe(`The run is complete: ${folder}`);
  });
});
