import { describe, expect, test } from 'vitest';
import { pageToDocument } from '../document/page-document.ts';
import { Vocabulary, tokenize } from '../document/tokens.ts';
import type { BoilerplateBlock, Gold, GoldBlock } from '../model/gold.ts';
import { keyOf } from '../model/gold-path.ts';
import type { GoldText } from '../model/gold-text.ts';
import type { BlockKind, BoilerplateCategory } from '../model/vocabulary.ts';
import { labelPage } from './label-page.ts';
import type { PageLabels } from './labels.ts';
import { labelTokens } from './labels.ts';

function text(
  kind: Exclude<BlockKind, 'ul' | 'ol' | 'dl' | 'table'>,
  content: string,
  from?: 'hidden' | 'script',
): GoldBlock {
  return { type: 'block', kind, optional: false, text: content, ...(from && { from }) };
}

function boilerplate(category: BoilerplateCategory, content: string): BoilerplateBlock {
  return { type: 'boilerplate', category, text: content };
}

function label(html: string, gold: Partial<Gold>): PageLabels {
  const page = pageToDocument({
    bytes: Buffer.from(html),
    media: 'html',
    contentType: 'text/html; charset=utf-8',
  });
  return labelPage(page, { about: { traits: [] }, metadata: {}, comments: [], boilerplate: [], ...gold });
}

function nameOf(each: GoldText): string {
  return each.type === 'block' ? `${keyOf(each.path)} ${each.kind}` : each.category;
}

/** Every piece of the page with a label, in page order. */
function spansOf({ page, spans }: PageLabels): string[] {
  return spans.map(
    ({ block, start, end, label: each }) => `${nameOf(each)}: ${page.blocks[block]!.text.slice(start, end)}`,
  );
}

function foundIn({ placements }: PageLabels): Record<string, string> {
  return Object.fromEntries(placements.map((placement) => [placement.label.text, placement.found]));
}

describe('labels of a page', () => {
  test('every piece has the label of its gold, the rest none', () => {
    const labels = label(
      '<nav>Home</nav><h1>A calm day</h1><p>Nothing  <b>happened</b>.</p><p>Ad</p><p>Me first!</p>',
      {
        metadata: { title: 'A calm day' },
        body: [text('p', 'Nothing happened.')],
        comments: [text('p', 'Me first!')],
        boilerplate: [boilerplate('nav', 'Home')],
      },
    );
    expect(spansOf(labels)).toEqual([
      'nav: Home', 'title title: A calm day', 'body p: Nothing happened.', 'comments p: Me first!',
    ]); // prettier-ignore
    expect(Object.values(foundIn(labels))).toEqual(['in place', 'in place', 'in place', 'in place']);
  });

  test('a word glued of two texts is divided where their labels meet', () => {
    const labels = label('<p><a>More Information</a><span>Brasilia was quiet.</span></p>', {
      body: [text('p', 'Brasilia was quiet.')],
      boilerplate: [boilerplate('related', 'More Information')],
    });
    expect(spansOf(labels)).toEqual(['related: More Information', 'body p: Brasilia was quiet.']);
    const pieces = labelTokens(labels, tokenize(labels.page.blocks, new Vocabulary()));
    expect(pieces.map((token) => token.map((piece) => [piece.start, piece.end, nameOf(piece.label!)]))).toEqual([
      [[0, 4, 'related']],
      [[5, 16, 'related'], [16, 24, 'body p']],
      [[25, 28, 'body p']],
      [[29, 34, 'body p']],
    ]); // prettier-ignore
  });

  test('a lead that stands again as a teaser is content where the rest of the body is', () => {
    const labels = label(
      '<p>The dam held.</p><hr><p>The dam held.</p><p>It was rebuilt.</p><p>The dam held.</p>',
      {
        body: [text('p', 'The dam held.'), text('p', 'It was rebuilt.')],
        boilerplate: [boilerplate('related', 'The dam held.')],
      },
    );
    expect(spansOf(labels)).toEqual([
      'related: The dam held.', 'body p: The dam held.', 'body p: It was rebuilt.', 'related: The dam held.',
    ]); // prettier-ignore
  });

  test('cells that stand elsewhere too are found in their table', () => {
    const table = '<table><tr><th>Year</th><th>Towns</th></tr><tr><td>1</td><td>2</td></tr></table>';
    const labels = label(`<p>2</p><p>Year 1 and 2.</p>${table}<p>1</p>`, {
      body: [
        text('p', 'Year 1 and 2.'),
        { type: 'block', kind: 'table', optional: true, rows: [['Year', 'Towns'], ['1', '2']] }, // prettier-ignore
      ],
    });
    expect(spansOf(labels)).toEqual([
      'body p: Year 1 and 2.', 'body table: Year', 'body table: Towns', 'body table: 1', 'body table: 2',
    ]); // prettier-ignore
    expect(labels.spans[1]!.label).toMatchObject({ path: 'body[1].rows[0][0]', optional: true });
  });

  test('a text that is not there to the letter is found by its tokens between its neighbours', () => {
    const labels = label(
      '<p>One two.</p><p>The <i>mayor</i>, 61, left the town hall early.</p><p>Five six.</p>',
      {
        body: [
          text('p', 'One two.'),
          text('p', 'The mayor left the town hall at noon.'),
          text('p', 'Five six.'),
        ],
      },
    );
    expect(foundIn(labels)).toMatchObject({ 'The mayor left the town hall at noon.': 'altered' });
    expect(spansOf(labels)).toEqual(['body p: One two.', 'body p: The mayor', 'body p: left the town hall', 'body p: Five six.']); // prettier-ignore
  });

  test('a body text that stands only before its neighbours is out of order; one that is taken or absent says so', () => {
    const labels = label('<p>Second part.</p><p>First part of it.</p>', {
      body: [text('p', 'First part of it.'), text('p', 'Second part.'), text('p', 'Third, nowhere.')],
      boilerplate: [boilerplate('related', 'Second part.'), boilerplate('ad', 'Buy now')],
    });
    expect(foundIn(labels)).toEqual({
      'First part of it.': 'in place', 'Third, nowhere.': 'absent', 'Buy now': 'absent', 'Second part.': 'taken',
    }); // prettier-ignore
    expect(labels.placements.map(({ found }) => found)).toContain('out of order');
  });

  test('boilerplate is labelled wherever it stands, but not inside longer words', () => {
    const labels = label('<p>Ad</p><p>They read the ad.</p><p>Adverse</p>', {
      boilerplate: [boilerplate('ad', 'Ad')],
    });
    expect(spansOf(labels)).toEqual(['ad: Ad']);
  });

  const titled = { metadata: { title: 'The dam held' } };

  test('a title that the body only begins with takes no words of a teaser', () => {
    const teaser = 'The dam held and the valley below it is safe';
    const labels = label(`<p>The dam held on Monday.</p><p>${teaser}</p>`, {
      ...titled,
      body: [text('p', 'The dam held on Monday.')],
      boilerplate: [boilerplate('related', teaser)],
    });
    expect(spansOf(labels)).toEqual(['body p: The dam held on Monday.', `related: ${teaser}`]);
    expect(foundIn(labels)).toMatchObject({ 'The dam held': 'taken', [teaser]: 'in place' });
  });

  test('nor those of boilerplate before the body, labelled or not after it', () => {
    const html = '<p>Home – The dam held</p><p>It rained.</p><p>The dam held</p><p>The dam held</p>';
    const labels = label(html, {
      ...titled,
      body: [text('p', 'It rained.')],
      boilerplate: [boilerplate('nav', 'Home – The dam held')],
    });
    expect(spansOf(labels)).toEqual(['nav: Home – The dam held', 'body p: It rained.']);
  });

  test('a teaser of the same words as the title leaves it its place before the body, and shorter ones do', () => {
    const html = '<p>held</p><h1>The dam held</h1><p>It rained.</p><p>The dam held</p>';
    const labels = label(html, {
      ...titled,
      body: [text('p', 'It rained.')],
      boilerplate: [boilerplate('related', 'The dam held'), boilerplate('nav', 'held')],
    });
    expect(spansOf(labels)).toEqual([
      'nav: held', 'title title: The dam held', 'body p: It rained.', 'related: The dam held',
    ]); // prettier-ignore
  });

  test('the longest boilerplate comes first', () => {
    const labels = label('<p>Share this story</p><p>Share</p>', {
      boilerplate: [boilerplate('share', 'Share'), boilerplate('related', 'Share this story')],
    });
    expect(spansOf(labels)).toEqual(['related: Share this story', 'share: Share']);
  });

  test('gold from hidden elements and scripts is looked for there', () => {
    const html = '<p>Seen.</p><p hidden>Kept back.</p><script>{"body":"\\u00c9crit \\"ici\\"."}</script>';
    const labels = label(html, {
      body: [
        text('p', 'Seen.'),
        text('p', 'Kept back.', 'hidden'),
        text('p', 'Écrit "ici".', 'script'),
        text('p', 'No.', 'script'),
      ],
    });
    expect(foundIn(labels)).toEqual({
      'Seen.': 'in place',
      'Kept back.': 'unseen',
      'Écrit "ici".': 'unseen',
      'No.': 'absent',
    });
    expect(spansOf(labels)).toEqual(['body p: Seen.']);
  });

  test('an empty page and empty gold have no labels', () => {
    expect(label('', { body: [] }).spans).toEqual([]);
    expect(label('<p>Text', { body: [] }).spans).toEqual([]);
    expect(foundIn(label('', { body: [text('p', 'x')] }))).toEqual({ x: 'absent' });
  });
});
