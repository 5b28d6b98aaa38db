import type { ComponentChildren } from 'preact';
import { MISSING_CLASSES, SURPLUS_CLASSES } from '../../explain/classes.ts';
import type { MissingRun, SurplusRun } from '../../explain/explanation.ts';
import type { DiffPiece } from '../../report/explanation/diff-pieces.ts';
import type { ExplainedExtraction, OpenedPage } from '../../report/html/opened-page.ts';
import type { TableRow } from '../../report/html/report-data.ts';
import { groupBy } from '../../util/group-by.ts';
import { cut, plain, plainLines } from './format.ts';

interface Side {
  readonly row: TableRow;
  /** Absent for a page that the extractor skipped. */
  readonly extracted: ExplainedExtraction | undefined;
  /** Why it skipped the page, if it did. */
  readonly skipped: string | undefined;
}

/** A paragraph with its pieces as they are shown. */
interface Shown {
  readonly gold: number | undefined;
  readonly isWhole: boolean;
  /** All of it may come out. */
  readonly isOptional: boolean;
  readonly content: ComponentChildren;
}

/** The texts of one or two extractors beside each other, block by block of gold. */
export function MarkedTexts({
  gold,
  sides,
  isBrief,
}: {
  readonly gold: OpenedPage['gold'];
  readonly sides: readonly Side[];
  /** Without the blocks that came out as they are in gold. */
  readonly isBrief: boolean;
}) {
  const columns = sides.map(({ extracted }) => byBlock(extracted === undefined ? [] : show(extracted)));
  const rows = [...gold.keys(), gold.length].filter((block) => {
    const all = columns.flatMap((column) => column.get(block) ?? []);
    return all.length > 0 && !(isBrief && all.every(({ isWhole }) => isWhole));
  });
  return (
    <div
      class={`texts sides-${sides.length}`}
      role="table"
      aria-label="Texts of the extractors beside each other"
    >
      <div class="text-row heads" role="row">
        {sides.map(({ row }) => (
          <div role="columnheader" key={row.entry.name}>
            {plain(row.entry.name)}
          </div>
        ))}
      </div>
      {rows.map((block, at) => (
        <div class="text-row" role="row" key={block}>
          {columns.map((column, index) => (
            <div
              role="cell"
              key={sides[index]!.row.entry.name}
              data-extractor={plain(sides[index]!.row.entry.name)}
            >
              {at === 0 && sides[index]!.skipped !== undefined && <p class="hint">{sides[index]!.skipped}</p>}
              {(column.get(block) ?? []).map((paragraph, key) => (
                <Paragraph key={key} paragraph={paragraph} block={gold[paragraph.gold ?? -1]} />
              ))}
              {column.get(block) === undefined &&
                gold[block] !== undefined &&
                sides[index]!.extracted !== undefined && (
                  <p class="hint">
                    not here ({gold[block].role === 'optional' ? 'optional' : 'shown above'})
                  </p>
                )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function Paragraph({
  paragraph,
  block,
}: {
  readonly paragraph: Shown;
  readonly block: OpenedPage['gold'][number] | undefined;
}) {
  return (
    <div class={paragraph.isWhole ? 'block' : 'block differs'}>
      <div class="block-head">
        {block === undefined
          ? paragraph.isOptional
            ? 'optional'
            : 'beside gold'
          : `${block.path} ${block.kind}`}
      </div>
      <p dir="auto">{paragraph.content}</p>
    </div>
  );
}

/** What stands beside gold goes with the block of gold before it. */
function byBlock(paragraphs: readonly Shown[]): Map<number, Shown[]> {
  let last = 0;
  return groupBy(paragraphs, ({ gold }) => {
    last = gold ?? last;
    return last;
  });
}

/** Surplus longer than this is cut: the whole text of a huge page helps nobody. */
const LONGEST_SURPLUS = 4000;

function show({ paragraphs, surplus, missing }: ExplainedExtraction): Shown[] {
  const labelled = new Set<string>();
  const label = (key: string, text: string, meaning: string, path: string | undefined): ComponentChildren => {
    if (labelled.has(key)) return null;
    labelled.add(key);
    return (
      // Its own direction: a paragraph with dir="auto" does not take it for its first letters.
      <bdi class="chip" dir="ltr" title={meaning}>
        {text}
        {path !== undefined && ` · ${plain(path)}`}
      </bdi>
    );
  };
  const piece = ({ sort, text, run }: DiffPiece, key: number): ComponentChildren => {
    if (sort === 'same') return plainLines(text);
    if (sort === 'neutral') {
      return (
        <span class="neutral" key={key}>
          {plainLines(cut(text, LONGEST_SURPLUS))}
        </span>
      );
    }
    if (sort === 'surplus') {
      const reason = surplus[run ?? -1];
      return (
        <ins class="surplus" key={key} tabIndex={0} data-mark>
          {reason !== undefined &&
            label(`+${run}`, `+ ${reason.class}`, SURPLUS_CLASSES[reason.class], elementOf(reason))}
          {plainLines(cut(text, LONGEST_SURPLUS))}
        </ins>
      );
    }
    const reason = missing[run ?? -1];
    return (
      <del class="missing" key={key} tabIndex={0} data-mark>
        {reason !== undefined &&
          label(`-${run}`, `− ${reason.class}`, MISSING_CLASSES[reason.class], elementOf(reason))}
        {plainLines(text)}
      </del>
    );
  };
  return paragraphs.map(({ gold, pieces }) => ({
    gold,
    isWhole: pieces.every(({ sort }) => sort === 'same' || sort === 'neutral'),
    isOptional: pieces.every(({ sort }) => sort === 'neutral'),
    content: pieces.map(piece),
  }));
}

/** The path of the element that a run stands in; absent where it stands in none. */
export function elementOf({ place, ...run }: Partial<SurplusRun> | Partial<MissingRun>): string | undefined {
  const unseen = 'unseen' in run ? run.unseen : undefined;
  return unseen === undefined ? place?.path : `${unseen.path} [${unseen.attribute ?? 'not shown'}]`;
}
