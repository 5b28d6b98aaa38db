import { authors } from '../score/metrics/authors.ts';
import { language, subtags } from '../score/metrics/language.ts';
import { published } from '../score/metrics/published.ts';
import { publisher, title } from '../score/metrics/text-fields.ts';
import type { ScoringInput } from '../score/scoring-input.ts';
import type { ExplainedPage } from './explained-page.ts';
import type { FieldExplanation, FieldPlace } from './explanation.ts';
import { shortPath } from './paths.ts';

const FIELDS = { title, authors, published, publisher, language } as const;

/** So many places of a right value are named. */
const MOST_PLACES = 5;

/** Every labelled field of the metadata beside what was returned; of wrong ones also where the page has what gold says. */
export function explainFields(input: ScoringInput, page: ExplainedPage): FieldExplanation[] {
  const names = Object.keys(FIELDS) as FieldExplanation['field'][]; // oxlint-disable-line no-unsafe-type-assertion -- the keys of a constant
  return names.flatMap((field): FieldExplanation[] => {
    const gold = goldOf(input, field);
    if (gold === undefined) return [];
    const isRight = FIELDS[field].scorePage(input).figures['exact'] === 1;
    const value = input.returned[field];
    const returned = typeof value === 'object' ? value.join(', ') : value;
    return [
      {
        field,
        isRight,
        gold: gold.join(', '),
        ...(returned !== undefined && returned !== '' && { returned }),
        standsIn: isRight ? [] : gold.flatMap((text) => placesOf(page, field, text)).slice(0, MOST_PLACES),
      },
    ];
  });
}

function goldOf({ gold }: ScoringInput, field: FieldExplanation['field']): readonly string[] | undefined {
  const { metadata, about } = gold.labels;
  if (field === 'authors') return metadata.authors;
  const text = field === 'language' ? about.language : metadata[field];
  return text === undefined ? undefined : [text];
}

function placesOf(page: ExplainedPage, field: FieldExplanation['field'], text: string): FieldPlace[] {
  if (field === 'language') {
    // A page in `en-GB` says `en`.
    const isSaid = subtags(page.markup.language)[0] === subtags(text)[0];
    return isSaid ? [{ kind: 'lang', path: 'html' }] : [];
  }
  const wanted = field === 'published' ? text.slice(0, '2025-07-09'.length) : text;
  const unseen = page.unseenTexts(wanted).flatMap(({ where, path, attribute }): FieldPlace[] => {
    const last = path.slice(path.lastIndexOf(' ') + 1);
    const place = { path: shortPath(path) };
    if (where === 'script') return [{ kind: 'json-ld', ...place }];
    if (attribute === 'content' && last.startsWith('meta')) return [{ kind: 'meta', ...place }];
    return last.startsWith('title') ? [{ kind: 'document-title', ...place }] : [];
  });
  const times =
    field === 'published' && page.markup.times.some((time) => time.startsWith(wanted))
      ? [{ kind: 'time', path: 'time' } as const]
      : [];
  const shown = page.find(wanted).map((found): FieldPlace => {
    const { path, hint } = page.surroundingsOf(found);
    const isHeading =
      path !== undefined && / h[1-6](?:[.#:]|$)/u.test(path.slice(path.lastIndexOf(' > ') + 2));
    const kind = isHeading ? 'heading' : hint === 'byline' ? 'byline' : hint === 'dateline' ? 'time' : 'text';
    return { kind, ...(path !== undefined && { path: shortPath(path) }) };
  });
  return [...unseen, ...times, ...shown];
}
