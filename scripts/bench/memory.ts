import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bench } from './bench-settings.ts';
import { digits } from './findings.ts';
import { writeDataset } from './inputs.ts';
import { assay, interleave } from './measure.ts';
import type { Side } from './measure.ts';

const FIRST_TEXT = fileURLToPath(new URL('./first-text.mjs', import.meta.url));

/** The most memory that the harness's own process takes, by pages; a page that comes again has another name. */
export async function memoryPart({ findings, quick, folder, dataset }: Bench): Promise<void> {
  if (quick) return findings.skip('peak memory by pages', 'it takes minutes');
  const sizes = [181, 990, 4000];
  let number = 0;
  const sides: Side[] = [];
  for (const size of sizes) {
    const { folder: aeb } = await writeDataset(join(folder, `memory-${size}`), dataset('aeb'), size, 1);
    sides.push(
      () =>
      assay(folder, ['run', '-c', `aeb:${aeb}`, '-e', FIRST_TEXT, '--no-cache', '--reporter', 'terminal', '--out', `memory-run-${number++}`]), // prettier-ignore
    );
  }
  const runs = await interleave(sides, 1);
  const beside = sizes
    .map((size, side) => `${digits(runs.sides[side]![0]!.peakMb ?? NaN)} MB at ${size} pages`)
    .join(', ');
  findings.ratio('peak memory at 4,000 pages against 990', runs, [2, 1], {
    by: 'peakMb',
    budget: { atMost: 1.1 },
    beside,
  });
}
