import { parse } from 'parse5';
import { decode } from '../../harness/document/decode.ts';
import { htmlToDocument } from '../../harness/document/html.ts';
import { pageToDocument } from '../../harness/document/page-document.ts';
import { Vocabulary, tokenize } from '../../harness/document/tokens.ts';
import type { Block } from '../../harness/model/document.ts';
import type { Bench } from './bench-settings.ts';
import { builtInPages } from './inputs.ts';
import { inProcess, interleave } from './measure.ts';

/** How fast pages become blocks, and blocks tokens; parse5, which builds the tree that blocks are read from, is the floor. */
export async function documentsPart({ findings, turns, quick }: Bench): Promise<void> {
  const pages = (await builtInPages()).slice(0, quick ? 40 : Infinity).map(({ page }) => page);
  const texts = pages.map(({ bytes, contentType }) => decode(bytes, contentType).text);
  const sides = [
    () => inProcess(() => texts.map((html) => htmlToDocument(html))),
    () => inProcess(() => texts.map((html) => parse(html))),
    () => inProcess(() => pages.map((page) => pageToDocument(page))),
  ];
  const megabytes = pages.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
  const speed = (ms: number): number => megabytes / (ms / 1000);
  const runs = await interleave(sides, turns, 1);
  findings.amount('HTML to blocks', 'MB/s', speed, runs, 0);
  findings.amount('parse5 alone', 'MB/s', speed, runs, 1);
  findings.ratio('HTML to blocks, against parse5 alone', runs, [0, 1]);
  findings.ratio(
    'a page with its elements and hidden text, for explanation, against parse5 alone',
    runs,
    [2, 1],
  );
  const blocks: Block[] = texts.flatMap((html) => htmlToDocument(html).blocks);
  const size = blocks.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
  const cut = await interleave([() => inProcess(() => tokenize(blocks, new Vocabulary()))], turns, 1);
  findings.amount('text to tokens', 'MB/s', (ms) => size / (ms / 1000), cut, 0);
}
