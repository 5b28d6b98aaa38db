import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import type { AssayConfig } from '../../model/config.ts';
import { openCorpus } from '../commands.ts';
import { gate } from './gate.ts';
import type { GateSettings } from '../settings.ts';
import type { Verdict } from '../../gate/verdict.ts';
import { isolationOf } from '../../process/isolation.ts';

/** What the recorded outputs of `gate.test.ts` cannot show: modules that crash, answer at random, or are slow. */
const root = temporaryFolder();
const IDS = ['a', 'b', 'c', 'd'].map((name) => `news.example/${name}`);

beforeAll(async () => {
  for (const id of IDS) {
    await mkdir(join(root, 'corpus/pages', id), { recursive: true });
    await writeFile(join(root, 'corpus/pages', id, 'page.txt'), `${id} two three four\n`);
    await writeFile(join(root, 'corpus/pages', id, 'gold.yaml'), `body:\n  - p: ${id} two three four\n`);
  }
  await writeModule('mine', '');
  await writeModule('base', busy(2));
  await judge();
});

async function writeModule(name: string, code: string, imports = ''): Promise<void> {
  const extract = `extract({ text }) { ${code}\n return { text }; }`;
  const source = `${imports}\nexport default { name: '${name}', version: '1', accepts: ['text'], ${extract} };\n`;
  await writeFile(join(root, `${name}.mjs`), source);
}

/** Holds the processor for some milliseconds. */
function busy(ms: number): string {
  return `for (const end = performance.now() + ${ms}; performance.now() < end; );`;
}

let runs = 0;
async function judge(
  settings: AssayConfig['gate'] = {},
  repeat = 1,
  more: GateSettings = {},
): Promise<Verdict | undefined> {
  const extractors = { mine: join(root, 'mine.mjs'), base: join(root, 'base.mjs') };
  const config = { extractors, corpora: { ours: join(root, 'corpus') }, gate: settings };
  const out = join(root, `run-${runs++}`);
  const places = { out, baseline: join(root, 'baseline') };
  return (await gate({ config, extractors: ['mine'], workers: 1, repeat, ci: runs > 1, ...places, ...more }))
    .verdict;
}

test('a crash on one page fails, after a second try', async () => {
  await writeModule('mine', "if (text.startsWith('news.example/b')) throw new Error('b');");
  const verdict = await judge();
  expect(verdict).toMatchObject({ verdict: 'fail', extractors: [{ unstable: [] }] });
  expect(verdict!.extractors[0]!.findings[0]).toMatchObject({
    rule: 'new-failure',
    page: IDS[1],
    text: 'failed: threw',
  });
});

test('a page that fails once and not alone is unstable, and no failure in a baseline that is updated', async () => {
  const mark = JSON.stringify(join(root, 'failed-once'));
  await writeModule(
    'mine',
    `if (text.startsWith('news.example/b') && !existsSync(${mark})) { writeFileSync(${mark}, ''); throw new Error('b'); }`,
    "import { existsSync, writeFileSync } from 'node:fs';",
  );
  const verdict = await judge({}, 1, { update: true, ci: false });
  expect(verdict).toMatchObject({ verdict: 'pass', extractors: [{ unstable: [IDS[1]], findings: [] }] });
  const baseline = await readFile(join(root, 'baseline/ours/mine.jsonl'), 'utf8');
  expect(baseline.match(/"status":"\w+"/g)).toEqual(IDS.map(() => '"status":"extracted"'));
});

describe('a module that a program gives options', () => {
  const module = join(root, 'told.mjs');
  const mine = (options: Readonly<Record<string, number>>): GateSettings => {
    return { extractors: [{ name: 'told', module, options }], baseline: join(root, 'baseline-told') };
  };
  beforeAll(async () => {
    const source = `export default {
      name: 'x', version: '1', accepts: ['text'],
      extract({ text }, { crashes = 0, ms = 0 }) {
        if (crashes) throw new Error('crashes');
        for (const end = performance.now() + ms; performance.now() < end; );
        return { text };
      },
    };`;
    await writeFile(module, source);
    await judge({}, 1, { ...mine({}), ci: false });
  });

  test('is tried again with them', async () => {
    const verdict = await judge({}, 1, mine({ crashes: 1 }));
    expect(verdict).toMatchObject({ verdict: 'fail', extractors: [{ unstable: [] }] });
  });

  test('on a corpus of its own, too', async () => {
    const corpora = [await openCorpus(join(root, 'corpus'), false)];
    const own = { ...mine({ crashes: 1 }), corpora, baseline: join(root, 'baseline-own') };
    await judge({}, 1, { ...own, extractors: mine({}).extractors, ci: false });
    expect(await judge({}, 1, own)).toMatchObject({ verdict: 'fail', extractors: [{ unstable: [] }] });
  });

  test('is measured with them', async () => {
    const verdict = await judge({ speed: { against: { told: 'base' } } }, 1, mine({ ms: 6 }));
    expect(verdict!.extractors[0]!.findings).toMatchObject([{ rule: 'speed', fails: true }]);
  });
});

test('output that changes at random passes, its pages are listed', async () => {
  await writeModule(
    'mine',
    "if (text.includes('/c')) text += ' '.repeat(Number(process.hrtime.bigint() % 10_000n));",
  );
  const verdict = await judge({}, 2);
  expect(verdict).toMatchObject({ verdict: 'pass', extractors: [{ unstable: [IDS[2]], findings: [] }] });
  await judge({}, 2, { ci: false, update: true });
  const baseline = (await readFile(join(root, 'baseline/ours/mine.jsonl'), 'utf8')).split('\n');
  expect(baseline.filter((line) => line.includes('"unstable":true'))).toEqual([
    expect.stringContaining(IDS[2]!),
  ]);
});

test('three times as slow fails where the configuration asks for speed, and passes where it does not', async () => {
  await writeModule('mine', busy(6));
  expect(await judge()).toMatchObject({ verdict: 'pass' });
  const verdict = await judge({ speed: { against: { mine: 'base' } } });
  expect(verdict!.verdict).toBe('fail');
  expect(verdict!.extractors[0]!.findings.map(({ rule, text }) => `${rule}: ${text}`)).toEqual([
    expect.stringMatching(
      /^speed: takes \d\.\d\d \[\d\.\d\d, \d\.\d\d\] times as long as base, over 40 comparisons; allowed are \d\.\d\d$/,
    ),
  ]);
});

test('as fast as before is told and passes', async () => {
  await writeModule('mine', busy(2));
  const verdict = await judge({ speed: { against: { mine: 'base' } } });
  expect(verdict).toMatchObject({
    verdict: 'pass',
    extractors: [{ findings: [{ rule: 'speed', fails: false }] }],
  });
});

test.runIf(isolationOf({ hides: [], needs: [] }).startsWith('by namespaces'))(
  'what is measured sees neither gold nor the run that is judged',
  async () => {
    const seen = [join(root, 'corpus/pages/news.example/a/gold.yaml'), join(root, 'spied/run.json')];
    const throws = `if (${JSON.stringify(seen)}.some((file) => existsSync(file))) throw new Error('seen');`;
    await writeModule('mine', `${throws}${busy(1)}`, "import { existsSync } from 'node:fs';");
    const speed = { against: { mine: 'base' } };
    const verdict = await judge({ speed }, 1, { out: join(root, 'spied') });
    expect(verdict!.extractors[0]!.findings).toMatchObject([{ rule: 'speed' }]);
  },
);

test('settings of other functions are refused', async () => {
  const asked = { basline: 'x' } as GateSettings;
  await expect(gate(asked)).rejects.toThrow(
    /^gate: found the unknown setting "basline"; did you mean "baseline"\?$/,
  );
  await expect(gate({ resume: 'x' } as GateSettings)).rejects.toThrow(
    /^gate: found the unknown setting "resume"/,
  );
});
