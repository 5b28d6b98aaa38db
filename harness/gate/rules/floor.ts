import { figureOver } from '../../analyse/ranking.ts';
import { figureNames } from '../floors.ts';
import { ROUNDING } from '../gated.ts';
import type { Rule } from '../rule.ts';
import { slicesOf } from '../../analyse/slices.ts';

/**
 * A figure of the run is below the floor that the configuration sets, or cannot be held against it, because what could have
 * the figure was not scored. What was before does not matter.
 */
export const floor: Rule = {
  name: 'floor',
  description:
    'a figure of the corpus or of a slice is below the floor of the configuration, or cannot be held against it',

  judge({ run, metric, isWhole }, { floors }) {
    if (Object.keys(floors).length === 0) return [];
    const [slices, figures] = [slicesOf(run), figureNames(metric)];
    return Object.entries(floors).flatMap(([key, least]) => {
      const figure = figures.get(key);
      const members = figure === undefined ? slices.get(key) : run;
      // A floor of another corpus; `unknownFloors` has looked at those of none.
      if (members === undefined) return [];
      const scores = new Map(members.flatMap(({ page, score }) => (score ? [[page, score]] : [])));
      const after = figureOver(scores, metric, figure ?? metric.headline);
      const slice = figure === undefined ? { slice: key } : {};
      const common = { rule: floor.name, ...slice };
      if (after !== undefined) {
        if (after >= least - ROUNDING) return [];
        return [{ ...common, fails: true, after, text: `${key} is below its floor of ${least}` }];
      }
      const skipped = members.length - scores.size;
      // By gold no page has the figure: a floor of another corpus as well.
      if (skipped === 0) return [];
      // Where only some pages ran, others may have it.
      return [{ ...common, fails: isWhole, text: unheld(key, least, skipped, scores.size) }];
    });
  },
};

function unheld(key: string, least: number, skipped: number, scored: number): string {
  const found = `${key} cannot be held against its floor of ${least}`;
  const why =
    scored === 0
      ? 'all pages that could have it are skipped'
      : `no page that was scored has it by its gold, and the others, ${skipped} of ${skipped + scored}, are skipped`;
  return `${found}: ${why}; let the extractor take them, or remove the floor`;
}
