import type { Acknowledgement } from '../../gate/acknowledgements.ts';
import { lossToAccept } from '../../gate/gated.ts';
import type { GatedExtractor } from '../../gate/gated.ts';
import { problemOf } from '../../gate/verdict.ts';
import type { Verdict } from '../../gate/verdict.ts';
import type { Floors } from '../../model/config.ts';
import type { Case } from './cases.ts';
import { BaselineFolder } from './files.ts';

/** What the change itself does to the gate: acknowledgements against a revision, floors against the baselines. */
export async function touchedBy(
  base: string | undefined,
  folder: string,
  {
    cases,
    floors,
    acknowledgements,
  }: {
    readonly cases: readonly Case[];
    readonly floors: Floors;
    readonly acknowledgements: readonly Acknowledgement[];
  },
): Promise<NonNullable<Verdict['touched']>> {
  const before =
    base === undefined ? acknowledgements : await new BaselineFolder(folder, base).acknowledgements();
  const changed = cases.flatMap(({ baseline }) => {
    if (baseline === undefined) return [];
    const old: Floors = baseline.head.floors ?? {};
    const keys = [...new Set([...Object.keys(old), ...Object.keys(floors)])];
    return keys
      .filter((key) => old[key] !== floors[key])
      .map((key) => `floor ${key}: ${old[key] ?? 'none'} → ${floors[key] ?? 'none'}`);
  });
  return { acknowledgements: acknowledgements.length - before.length, settings: [...new Set(changed)] };
}

/** Removes acknowledgements that are unused or expired, and says how many. */
export async function pruneAcknowledgements(
  folder: BaselineFolder,
  judged: readonly GatedExtractor[],
  acknowledgements: readonly Acknowledgement[],
  today: string,
): Promise<number> {
  const lines = acknowledgements.flatMap((each) => {
    const own = judged.find(
      ({ extractor, corpus }) => extractor === each.extractor && corpus === each.corpus,
    );
    const isDead = own !== undefined && (each.until < today || isUnused(each, own, today));
    return isDead ? [each.line] : [];
  });
  if (lines.length > 0) await folder.prune(new Set(lines));
  return lines.length;
}

function isUnused(each: Acknowledgement, own: GatedExtractor, today: string): boolean {
  const page = own.pages.find(({ page: id }) => id === each.page);
  return (
    problemOf(each, own, today) !== undefined &&
    (page === undefined || lossToAccept(page) === undefined || page.digest !== each.digest)
  );
}
