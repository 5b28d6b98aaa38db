import { openCorpus } from '../../harness/index.ts';
import type { Bench } from './bench-settings.ts';
import { assay, interleave } from './measure.ts';

/** `assay corpus check`, all rules, as a whole process. */
export async function checkPart({ findings, turns, quick, folder, dataset }: Bench): Promise<void> {
  if (quick) return findings.skip('`assay corpus check`', 'it takes half a minute');
  const aeb = dataset('aeb');
  for (const corpus of ['builtin', ...(aeb === undefined ? [] : [`aeb:${aeb}`])]) {
    const pages = (await openCorpus(corpus, false)).pages.length;
    const runs = await interleave(
      [() => assay(folder, ['corpus', 'check', corpus], [0, 1])],
      Math.min(turns, 3),
    );
    const [name] = corpus.split(':');
    findings.amount(
      `\`assay corpus check ${name}\`, for 1,000 pages (it has ${pages})`,
      's',
      (ms) => ms / pages,
      runs,
      0,
    );
  }
}
