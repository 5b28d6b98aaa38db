import { isDeepStrictEqual } from 'node:util';
import type {
  BodyEntry,
  BoilerplateBlock,
  Cell,
  CommentEntry,
  Gold,
  GoldBlock,
  Segments,
} from '../model/gold.ts';
import type { GoldPath } from '../model/gold-path.ts';
import { goldTexts } from '../model/gold-text.ts';
import type { Finding } from '../model/problem.ts';
import { formatProblem } from '../model/problem.ts';
import { AssayError } from '../util/error.ts';
import type { Plain, WriteOptions } from './canonical.ts';
import { canonicalText } from './canonical.ts';
import { readGold } from './read-gold.ts';
import { strangerInLiteral } from './text-style.ts';
import { characterFault, faultInText } from './yaml/characters.ts';

/**
 * The text of a `gold.yaml` in the canonical form. It has been read again: `readGold` gives back exactly this
 * gold, and writing that gives the same text.
 *
 * @throws AssayError `bad-input` for gold that a file cannot hold: a lone surrogate, a blank text, a word
 * outside its vocabulary, code with control characters …
 */
export function writeGold(gold: Gold, options: WriteOptions = {}): string {
  const fault = unwritable(gold);
  if (fault) {
    const { path, found, expected, fix } = fault;
    throw new AssayError('bad-input', `gold, ${path}: found ${found}; expected ${expected}; ${fix}`);
  }
  const text = canonicalText(fileOf(gold), options);
  const { gold: again, problems } = readGold(text, 'gold.yaml');
  if (isDeepStrictEqual(again, gold)) return text;
  throw new AssayError(
    'bad-input',
    problems[0] ? `gold that no file can hold: ${formatProblem(problems[0])}` : CHANGED,
  );
}

const CHANGED =
  'gold that would not come back as it is from the file; keys without a value must be absent, not undefined';

/** The first text of the page that would not come back from a file as it is. */
function unwritable(gold: Gold): (Finding & { readonly path: GoldPath }) | undefined {
  for (const { path, text, name } of goldTexts(gold)) {
    const stranger = name === 'code' ? strangerInLiteral(text) : undefined;
    const inCode = stranger !== undefined && { ...characterFault(stranger), expected: 'code that a literal block can hold as it stands' }; // prettier-ignore
    const fault = faultInText(text) ?? (inCode || undefined);
    if (fault) return { ...fault, path };
  }
  return undefined;
}

/**
 * What a gold file has to say for this gold. Lists that are empty because their key is absent (traits, comments,
 * boilerplate, one of the two lists of segments) are left out. In `boilerplate`, neighbours of one category and origin are one entry with a list.
 */
export function fileOf({ about, metadata, body, segments, comments, boilerplate }: Gold) {
  const { url, captured, response, language, kind, traits, labelled } = about;
  const { title, publisher, authors, published } = metadata;
  return {
    url,
    captured,
    response: response && { status: response.status?.toString(), type: response.type },
    language,
    kind,
    traits: unlessEmpty(traits),
    labelled: labelled && { by: labelled.by, on: labelled.on },
    title,
    publisher,
    authors,
    published,
    body: body?.map(entryOf),
    segments: segments && segmentsOf(segments),
    comments: unlessEmpty(comments.map(entryOf)),
    boilerplate: unlessEmpty(runsOf(boilerplate).map(runOf)),
  } satisfies Plain;
}

function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

function segmentsOf({ with: wanted, without }: Segments): Plain {
  if (wanted.length + without.length === 0) return { with: [], without: [] };
  return { with: unlessEmpty(wanted), without: unlessEmpty(without) };
}

function entryOf(entry: BodyEntry | CommentEntry): Plain {
  if ('blocks' in entry) return { [entry.type]: entry.blocks.map(entryOf) };
  return entry.type === 'boilerplate' ? runOf([entry]) : blockOf(entry);
}

function blockOf(block: GoldBlock): Plain {
  return { [`${block.kind}${block.optional ? '?' : ''}`]: contentOf(block), from: block.from };
}

function contentOf(block: GoldBlock): Plain {
  if ('items' in block) return block.items.map(cellOf);
  if ('rows' in block) return block.rows.map((row) => row.map(cellOf));
  if ('text' in block) return block.text;
  return block.entries.map(({ term, texts }) => [term, ...texts.map(cellOf)]);
}

function cellOf(cell: Cell): Plain {
  return typeof cell === 'string' ? cell : cell.map(blockOf);
}

type Run = readonly [BoilerplateBlock, ...BoilerplateBlock[]];

function runsOf(blocks: readonly BoilerplateBlock[]): Run[] {
  const runs: [BoilerplateBlock, ...BoilerplateBlock[]][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (last?.[0].category === block.category && last[0].from === block.from) last.push(block);
    else runs.push([block]);
  }
  return runs;
}

function runOf(run: Run): Plain {
  const [first] = run;
  return { [first.category]: run.length === 1 ? first.text : run.map(({ text }) => text), from: first.from };
}
