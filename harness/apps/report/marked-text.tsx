import type { ComponentChildren } from 'preact';
import { MISSING_CLASSES, SURPLUS_CLASSES } from '../../explain/classes.ts';
import type { ExtractedData, PageData, ParagraphData, TableRow } from '../../report/html/report-data.ts';
import { plain, plainLines } from './format.ts';

interface Side {
  readonly row: TableRow;
  /** Absent for a page that the extractor skipped. */
  readonly extracted: ExtractedData | undefined;
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
  data,
  sides,
  isBrief,
}: {
  readonly data: PageData;
  readonly sides: readonly Side[];
  /** Without the blocks that came out as they are in gold. */
  readonly isBrief: boolean;
}) {
  const { gold } = data;
  const columns = sides.map(({ extracted }) => byBlock(extracted === undefined ? [] : show(extracted, data)));
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
      {rows.map((block) => (
        <div class="text-row" role="row" key={block}>
          {columns.map((column, index) => (
            <div role="cell" key={sides[index]!.row.entry.name}>
              {(column.get(block) ?? []).map((paragraph, at) => (
                <Paragraph key={at} paragraph={paragraph} block={gold[paragraph.gold ?? -1]} />
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
  readonly block: PageData['gold'][number] | undefined;
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
  const blocks = new Map<number, Shown[]>();
  let last = 0;
  for (const paragraph of paragraphs) {
    last = paragraph.gold ?? last;
    blocks.set(last, [...(blocks.get(last) ?? []), paragraph]);
  }
  return blocks;
}

function show({ paragraphs, surplus, missing }: ExtractedData, page: PageData): Shown[] {
  const { gold, texts } = page;
  const shown: number[] = [];
  const labelled = new Set<string>();
  const label = (key: string, text: string, meaning: string, path: string | undefined): ComponentChildren => {
    if (labelled.has(key)) return null;
    labelled.add(key);
    return (
      <span class="chip" title={meaning}>
        {text}
        {path !== undefined && ` · ${plain(path)}`}
      </span>
    );
  };
  const piece = (
    each: ParagraphData['p'][number],
    block: number | undefined,
    key: number,
  ): ComponentChildren => {
    if (typeof each === 'number') return takeGold(each, block);
    if (each.length === 1) {
      return (
        <span class="neutral" key={key}>
          {plainLines(texts[each[0]] ?? '')}
        </span>
      );
    }
    const [what, run] = each;
    if (each.length === 3) {
      const reason = page.surplus[surplus[run]?.[1] ?? -1];
      const name = reason?.class;
      return (
        <ins class="surplus" key={key} tabIndex={0} data-mark>
          {name !== undefined && label(`+${run}`, `+ ${name}`, SURPLUS_CLASSES[name], reason?.path)}
          {plainLines(texts[what] ?? '')}
        </ins>
      );
    }
    const reason = page.missing[missing[run]?.[1] ?? -1];
    const name = reason?.class;
    return (
      <del class="missing" key={key} tabIndex={0} data-mark>
        {name !== undefined && label(`-${run}`, `− ${name}`, MISSING_CLASSES[name], reason?.path)}
        {takeGold(what, block)}
      </del>
    );
  };
  const takeGold = (length: number, block: number | undefined): string => {
    const from = shown[block ?? -1] ?? 0;
    if (block !== undefined) shown[block] = from + length;
    return plainLines(gold[block ?? -1]?.text.slice(from, from + length) ?? '');
  };
  return paragraphs.map(({ g, p }) => ({
    gold: g,
    isWhole: p.every((each) => typeof each === 'number' || each.length === 1),
    isOptional: p.every((each) => typeof each !== 'number' && each.length === 1),
    content: p.map((each, key) => piece(each, g, key)),
  }));
}
