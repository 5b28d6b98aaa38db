import { Vocabulary, tokenize } from '../../harness/document/tokens.ts';
import type { CardArticle } from './articles.ts';

/** A block of text as an extraction has it. */
export interface CardBlock {
  readonly kind: string;
  readonly text: string;
}

/** One thing that can be wrong with an extraction that should have been gold. */
export interface Damage {
  readonly name: string;
  apply(blocks: readonly CardBlock[], article: CardArticle): readonly CardBlock[];
}

/** What cards try, in the order of their rows; the first does nothing. */
export const DAMAGES: readonly Damage[] = [
  { name: 'gold itself', apply: (blocks) => blocks },
  { name: 'words shuffled', apply: shuffleWords },
  { name: 'paragraphs reversed', apply: (blocks) => blocks.toReversed() },
  { name: 'doubled', apply: (blocks) => [...blocks, ...blocks] },
  { name: 'cut in half', apply: cutInHalf },
  { name: 'lower-cased', apply: (blocks) => mapText(blocks, (text) => text.toLowerCase()) },
  { name: 'a quarter of boilerplate added', apply: addBoilerplate },
  { name: 'blocks glued', apply: glue },
  { name: 'empty', apply: () => [] },
  {
    name: 'white space doubled',
    apply: (blocks) => mapText(blocks, (text) => text.replace(/ /g, '\u00a0\t ')),
  },
  { name: 'punctuation gone', apply: (blocks) => mapText(blocks, (text) => text.replace(/\p{P}/gu, '')) },
];

function mapText(blocks: readonly CardBlock[], change: (text: string) => string): CardBlock[] {
  return blocks.map(({ kind, text }) => ({ kind, text: change(text) }));
}

/** Where each token stands in the blocks. */
interface TokenPlace {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

function tokensOf(blocks: readonly CardBlock[]): TokenPlace[] {
  const { length, block, start, end } = tokenize(blocks, new Vocabulary());
  return Array.from({ length }, (_, index) => ({
    block: block[index]!,
    start: start[index]!,
    end: end[index]!,
  }));
}

/** Every place gets the word of another one, in strides of about the golden section; all else stays. */
function shuffleWords(blocks: readonly CardBlock[]): CardBlock[] {
  const places = tokensOf(blocks);
  const words = places.map(({ block, start, end }) => blocks[block]!.text.slice(start, end));
  const stride = strideOf(words.length);
  const shuffled = words.map((_, index) => words[(index * stride + 1) % words.length]!);
  return blocks.map(({ kind, text }, number) => {
    let changed = '';
    let from = 0;
    places.forEach(({ block, start, end }, index) => {
      if (block !== number) return;
      changed += text.slice(from, start) + shuffled[index]!;
      from = end;
    });
    return { kind, text: changed + text.slice(from) };
  });
}

/** The first number from 0.618 of a length on that shares no divisor with it. */
function strideOf(length: number): number {
  let stride = Math.ceil(length * 0.618);
  while (greatestDivisor(stride, length) > 1) stride++;
  return stride;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** The first half of the words. */
function cutInHalf(blocks: readonly CardBlock[]): CardBlock[] {
  const places = tokensOf(blocks);
  const last = places[Math.floor(places.length / 2) - 1];
  if (last === undefined) return [];
  return blocks
    .slice(0, last.block + 1)
    .map((block, index) => (index < last.block ? block : { ...block, text: block.text.slice(0, last.end) }));
}

/** Blocks of boilerplate before and behind, together a quarter of the words of the article. */
function addBoilerplate(blocks: readonly CardBlock[], { boilerplate }: CardArticle): CardBlock[] {
  const wanted = Math.round(tokensOf(blocks).length / 4);
  const line = { kind: 'p', text: boilerplate };
  const perLine = tokensOf([line]).length;
  const whole = Array.from({ length: Math.floor(wanted / perLine) }, () => line);
  const rest = tokensOf([line])[(wanted % perLine) - 1];
  const last = rest === undefined ? [] : [{ kind: 'p', text: boilerplate.slice(0, rest.end) }];
  return [...last, ...blocks, ...whole];
}

/** All in one block, with nothing where blocks met. */
function glue(blocks: readonly CardBlock[]): CardBlock[] {
  return [{ kind: 'p', text: blocks.map(({ text }) => text).join('') }];
}
