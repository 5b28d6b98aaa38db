import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryBlock } from '../gold/fixtures/arbitrary-block.ts';
import type { Document } from '../model/document.ts';
import type { GoldBlock } from '../model/gold.ts';
import { POLICIES } from '../model/policy.ts';
import { documentToGold } from './document-to-gold.ts';
import { goldToDocument } from './gold.ts';
import { htmlToDocument } from './html.ts';

/** Gold as YAML would have it, without what is the same in all blocks. */
function shape(blocks: readonly GoldBlock[]): unknown[] {
  const cell = (content: string | readonly GoldBlock[]): unknown =>
    typeof content === 'string' ? content : shape(content);
  return blocks.map((block) => {
    if ('text' in block) return { [block.kind]: block.text };
    if (block.kind === 'table') return { table: block.rows.map((row) => row.map(cell)) };
    if (block.kind === 'dl')
      return { dl: block.entries.map(({ term, texts }) => [term, ...texts.map(cell)]) };
    return { [block.kind]: block.items.map(cell) };
  });
}

function toDocument(body: readonly GoldBlock[]): Document {
  const gold = { about: { traits: [] }, metadata: {}, body, comments: [], boilerplate: [] };
  const { blocks } = goldToDocument(gold, POLICIES.article);
  return { blocks: blocks.map(({ kind, text, within }) => ({ kind, text, within })) };
}

const leaves = ({ blocks }: Document): string[] => blocks.map(({ kind, text }) => `${kind}: ${text}`);

describe('a document as gold', () => {
  test.each<[string, string, unknown[]]>([
    ['nothing', '', []],
    ['leaf blocks', '<h2>A</h2><p>b<br>c</p><pre>d\n  e</pre><figcaption>f</figcaption><math display=block><mi>x</mi></math>', [{ h2: 'A' }, { p: 'b\nc' }, { code: 'd\n  e' }, { caption: 'f' }, { math: 'x' }]],
    ['paragraphs of a quotation', '<blockquote><p>a</p><p>b</p></blockquote>', [{ quote: 'a' }, { quote: 'b' }]],
    ['a list in a quotation', '<blockquote>a<ul><li>b</ul></blockquote>', [{ quote: 'a' }, { ul: ['b'] }]],
    ['lists side by side', '<ul><li>a<li><li>b</ul><ul><li>c</ul><ol><li>d</ol>', [{ ul: ['a', 'b'] }, { ul: ['c'] }, { ol: ['d'] }]],
    ['items of several blocks', '<ul><li>a<p>b</p><li><h3>c</h3><li><blockquote>d</blockquote></ul>', [{ ul: [[{ p: 'a' }, { p: 'b' }], [{ h3: 'c' }], [{ quote: 'd' }]] }]],
    ['a list in a list', '<ol><li>a<ul><li>b<li>c</ul><li>d</ol>', [{ ol: [[{ p: 'a' }, { ul: ['b', 'c'] }], 'd'] }]],
    ['a definition list', '<dl><dt>A<dd>b<dd>c<p>d</p><ul><li>e</ul><dt>F<dd>g</dl>', [{ dl: [['A', 'b', 'c', 'd', [{ ul: ['e'] }]], ['F', 'g']] }]],
    ['terms that share a text', '<dl><dt>A<dt>B<dd>c</dl>', [{ dl: [['A', 'B', 'c']] }]],
    ['a term without a text', '<dl><dt>A<dd>b<dt>C</dl>', [{ ul: [[{ p: 'A' }, { p: 'b' }], 'C'] }]],
    ['a term that is a heading', '<dl><dt><h3>A</h3><dd>b</dl>', [{ ul: [[{ h3: 'A' }, { p: 'b' }]] }]],
    ['a table with gaps', '<table><tr><th colspan=2>a<th>b<tr><td><td><tr><td rowspan=2>c<td>d<td>e<tr><td>f</table>', [{ table: [['a', '', 'b'], [''], ['c', 'd', 'e'], ['', 'f']] }]],
    ['a cell with a list', '<table><tr><th>a<td><ul><li>b</ul>c</table>', [{ table: [['a', [{ ul: ['b'] }, { p: 'c' }]]] }]],
    ['a caption before its table', '<table><caption>a</caption><tr><td>b<td>c</table>', [{ caption: 'a' }, { table: [['b', 'c']] }]],
    ['a caption between its rows', '<table><tr><td>a<td>b<caption>c</caption><tr><td>d<td>e</table>', [{ table: [['a', 'b']] }, { caption: 'c' }, { table: [[''], ['d', 'e']] }]],
  ])('%s', (_name, html, expected) => {
    expect(shape(documentToGold(htmlToDocument(html)))).toEqual(expected);
  }); // prettier-ignore

  test('cells out of reading order begin a table of their own', () => {
    const cell = (text: string, row: number, column: number): Document['blocks'][number] => {
      return { kind: 'table', text, within: [{ kind: 'table', id: 0, row, column }] };
    };
    const blocks = [cell('a', 0, 1), cell('b', 0, 0), cell('c', 1, 0)];
    expect(shape(documentToGold({ blocks }))).toEqual([{ table: [['', 'a']] }, { table: [['b'], ['c']] }]);
  });

  test('a cell that spans thousands of columns leaves no more than a hundred empty ones', () => {
    const wide = '<td colspan=1000>a'.repeat(50);
    const [table] = documentToGold(htmlToDocument(`<table><tr>${wide}<tr>${wide}</table>`));
    expect(table?.kind === 'table' && table.rows.map((row) => row.length)).toEqual([4950, 4950]);
  });

  test('time is linear in terms that share a text', () => {
    const document = htmlToDocument(`<dl>${'<dt>a'.repeat(50_000)}<dd>b</dl>`);
    const [list] = documentToGold(document);
    expect(list?.kind === 'dl' && list.entries.map(({ texts }) => texts.length)).toEqual([50_000]);
  });

  test('text too deep to be read as a list is a list of its own', () => {
    const deep = '<ul><li>'.repeat(17);
    const document = htmlToDocument(`${deep}a`);
    expect(leaves(toDocument(documentToGold(document)))).toEqual(['ul: a']);
  });
});

describe('back and forth', () => {
  test('gold comes back from its document as the same leaves in the same places', () => {
    fc.assert(
      fc.property(fc.array(arbitraryBlock, { maxLength: 4 }), (body) => {
        const document = toDocument(body);
        expect(toDocument(documentToGold(document))).toEqual(document);
      }),
    );
  });

  const html = fc.letrec<{ flow: string }>((tie) => {
    const inside = fc.array(tie('flow'), { maxLength: 4 }).map((parts) => parts.join(''));
    const element = (...names: string[]): fc.Arbitrary<string> =>
      fc.tuple(fc.constantFrom(...names), inside).map(([name, content]) => `<${name}>${content}</${name}>`);
    return {
      flow: fc.oneof(
        { depthSize: 'medium', withCrossShrink: true },
        fc.constantFrom('a', 'b c', '<br>', '<h2>d</h2>', '<pre>e\n f</pre>', '<th rowspan=2>g', '<td colspan=3>h'),
        element('p', 'div', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figcaption'),
        element('table', 'tr', 'td', 'caption', 'tfoot'),
      ),
    };
  }).flow; // prettier-ignore

  /** Definition lists that gold cannot write become plain ones; nothing else changes its kind. */
  const comparable = (document: Document): string[] =>
    leaves(document).map((leaf) => leaf.replace(/^dl:/, 'ul:'));

  test('HTML comes back as the same text, of the same kinds, in the same order; twice is once', () => {
    fc.assert(
      fc.property(html, (source) => {
        const document = htmlToDocument(source);
        const gold = documentToGold(document);
        expect(comparable(toDocument(gold))).toEqual(comparable(document));
        expect(documentToGold(toDocument(gold))).toEqual(gold);
      }),
      { numRuns: 300 },
    );
  });
});
