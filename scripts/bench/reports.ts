import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findChromium } from '../../harness/capture/browser.ts';
import type { Bench } from './bench-settings.ts';
import { inSeconds } from './findings.ts';
import { recordedRun, writeDataset } from './inputs.ts';
import { assay, interleave } from './measure.ts';
import type { Cost, Side } from './measure.ts';

const BUSY = fileURLToPath(new URL('./busy.mjs', import.meta.url));
const REPORTERS = ['html', 'markdown', 'terminal', 'csv', 'junit', 'json'];

/** What comes after a run: reports, one page explained, and the verdict of the gate. */
export async function reportsPart(bench: Bench): Promise<void> {
  const { findings, quick, turns, folder, dataset } = bench;
  const [count, systems] = quick ? [20, 4] : [1000, 20];
  const data = await writeDataset(join(folder, 'reported'), dataset('aeb'), count, systems);
  const run = join(folder, 'reported-run');
  assay(folder, recordedRun(data, run));
  const size = `${count} pages and ${systems} systems`;
  const few = quick ? 1 : Math.min(turns, 3);
  for (const reporter of quick ? ['html'] : REPORTERS) {
    const runs = await interleave([() => assay(folder, ['report', run, '--reporter', reporter])], few);
    const budget = quick || reporter !== 'html' ? undefined : { atMost: 10 };
    findings.amount(`report \`${reporter}\` of ${size}`, 's', inSeconds, runs, 0, { by: 'wallMs', budget });
  }
  await opened(bench, run, size);
  const explain: Side = () => assay(folder, ['explain', run, 'system-1', data.pages[0]!]);
  const runs = await interleave([explain], quick ? 1 : turns);
  const budget = quick ? undefined : { atMost: 0.5 };
  findings.amount(`one page explained, of ${size}`, 's', inSeconds, runs, 0, { by: 'wallMs', budget });
  await gate(bench);
}

/** `report.html`: its size, and how long Chromium takes until its first view is there. */
async function opened({ findings, quick, turns }: Bench, run: string, size: string): Promise<void> {
  const file = readdirSync(run).find((name) => name === 'report.html');
  if (file === undefined) return;
  const path = join(run, file);
  const megabytes = statSync(path).size / 1e6;
  const fixed: Side = () => ({ cpuMs: NaN, wallMs: NaN, peakMb: megabytes });
  const sizes = await interleave([fixed], 1);
  findings.amount(`size of \`report.html\` of ${size}`, 'MB', (mb) => mb, sizes, 0, {
    by: 'peakMb',
    budget: quick ? undefined : { atMost: 40 },
  });
  const executablePath = findChromium();
  if (quick || executablePath === undefined) {
    return findings.skip('opening `report.html`', quick ? 'it takes a browser' : 'there is no Chromium');
  }
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const open: Side = async (): Promise<Cost> => {
      const page = await browser.newPage();
      const began = performance.now();
      await page.goto(pathToFileURL(path).href);
      await page.waitForSelector('nav');
      const wallMs = performance.now() - began;
      await page.close();
      return { cpuMs: NaN, wallMs };
    };
    const runs = await interleave([open], turns);
    findings.amount(`opening \`report.html\` of ${size}`, 's', inSeconds, runs, 0, {
      by: 'wallMs',
      budget: { atMost: 2 },
    });
  } finally {
    await browser.close();
  }
}

/** The verdict on a finished run, and a base and a head of an extractor that takes 100 ms a page. */
async function gate({ findings, quick, turns, folder, dataset }: Bench): Promise<void> {
  const count = quick ? 20 : 1000;
  const data = await writeDataset(join(folder, 'gated'), dataset('aeb'), count, 3);
  const run = join(folder, 'gated-run');
  assay(folder, recordedRun(data, run));
  const verdict: Side = () =>
    assay(folder, ['gate', '--run', run, '--baseline', 'baseline', '--reporter', 'terminal']);
  await verdict();
  const runs = await interleave([verdict], quick ? 1 : turns);
  findings.amount(`verdict on a finished run of ${count} pages and 3 systems`, 's', inSeconds, runs, 0, {
    by: 'wallMs',
  });
  if (quick) return;
  const whole = await writeDataset(join(folder, 'gated-990'), dataset('aeb'), 990, 1);
  let number = 0;
  // The first go writes the baseline, the second is held against it.
  const gated: Side = () =>
    assay(folder, ['gate', '-c', `aeb:${whole.folder}`, '-e', BUSY, '--workers', '2', '--baseline', 'baseline-990', '--out', `gate-${number++}`]); // prettier-ignore
  const both = await interleave([gated], 1);
  findings.amount(
    'base and head gated, 990 pages of 100 ms, two workers',
    's',
    (ms) => (2 * ms) / 1000,
    both,
    0,
    { by: 'wallMs', budget: { atMost: 180 } },
  );
}
