import { expect, test } from 'vitest';
import type { InlineStyle } from './inline-style.ts';
import { readInlineStyle } from './inline-style.ts';

const NONE: InlineStyle = { display: 'none' };

// What Chromium 156 makes of each of them.
test.each<[string, string, InlineStyle]>([
  ['the last of two counts', 'display:none;display:inline', { display: 'inline' }],
  ['also where it hides', 'display:inline;display:none', NONE],
  ['an important one counts before it', 'display:none!important;display:inline', NONE],
  ['the last of two important ones', 'display:none ! IMPORTANT;display:flex!important;', { display: 'flex' }],
  ['one that is not valid counts for nothing', 'display:none;display:bogus;display:;display', NONE],
  ['with a word too much', 'display:none important', {}],
  ['with a mark for old browsers', 'display:none\\9', {}],
  ['with a star for old browsers', 'display:none;*display:inline;_display:block', NONE],
  ['escaped letters are letters', 'd\\69 splay:n\\6fne', NONE],
  ['with six digits, or the letter itself', '\\000064isplay:\\none', NONE],
  ['an escaped mark does not end a name', 'display\\:none;visibility:hidden', { visibility: 'hidden' }],
  ['no letter of Unicode', 'display:none\\ffffff', {}],
  ['case and white space', ' DISPLAY :\n NONE ', NONE],
  ['comments are white space', '/*x*/display/*y*/:/*z*/none', NONE],
  ['comments hold no declarations', '/* display:none; */visibility:hidden', { visibility: 'hidden' }],
  ['nor do comments without an end', 'visibility:hidden;/* display:none', { visibility: 'hidden' }],
  ['addresses hold none', 'background:url(data:image/png;display:none)', {}],
  ['nor with quotation marks', 'background:url( "data:x;)display:none;" );visibility:hidden', { visibility: 'hidden' }],
  ['nor without an end', 'background:url(data:x;a(b;display:none', {}],
  ['an address ends at its bracket', 'background:url(a\\)b"c);display:none', NONE],
  ['strings hold none', "content:';display:inline';display:none", NONE],
  ['nor without an end', "content:'x;display:none", {}],
  ['a string ends with its line', "content:'x\n;display:none", NONE],
  ['an escaped quotation mark ends no string', 'content:"\\";display:inline";display:none', NONE],
  ['brackets hold none', '--x:{;display:none;};--y:[(;display:none;)]', {}],
  ['a bracket that closes nothing', 'color:red}; display:none', NONE],
  ['the wrong bracket closes nothing', 'color:rgb(1];display:none', {}],
  ['a variable is valid, and not known', 'display:none;display:var(--x)', {}],
  ['other properties', 'content-visibility:hidden;-webkit-display:none;displays:none;color:visibility', { contentVisibility: 'hidden' }],
  ['visibility', 'visibility:hidden;visibility:collapse', { visibility: 'hidden' }],
  ['visibility, shown again', 'visibility:hidden;visibility:visible', { visibility: 'visible' }],
  ['visibility, as around it', 'visibility:hidden;visibility:inherit', {}],
  ['content-visibility', 'content-visibility:hidden;content-visibility:auto', { contentVisibility: 'visible' }],
])('a declaration: %s', (_name, text, style) => {
  expect(readInlineStyle(text)).toEqual(style);
}); // prettier-ignore

test.each<[InlineStyle['display'], string[]]>([
  ['inline', ['inline', 'initial', 'unset', 'ruby', 'math', 'inline flow', 'flow inline']],
  ['inline box', ['inline-block', 'inline-table', '-webkit-inline-box', 'inline flow-root']],
  ['inline flex', ['inline-flex', 'inline-grid', 'inline flex', 'grid inline', '-webkit-inline-flex']],
  [
    'block',
    ['block', 'list-item', 'flow-root', 'table', 'table-cell', 'table-row', '-webkit-box', 'block flow'],
  ],
  ['flex', ['flex', 'grid', '-webkit-flex', 'block flex', 'flex block', 'block grid']],
  ['contents', ['contents']],
  [
    undefined,
    ['-moz-box', '-ms-flexbox', 'run-in', 'hidden', 'none none', 'inherit', 'revert', 'block inline'],
  ],
])('display: %s', (display, values) => {
  for (const value of values) expect(readInlineStyle(`display: ${value}`)?.display).toBe(display);
});

test('a style that says nothing of it is not read', () => {
  expect(readInlineStyle('color: red; position: absolute')).toBeUndefined();
});

test('long styles are read in time that is linear in them', () => {
  const many = 200_000;
  expect(readInlineStyle(`a:url(${'x'.repeat(10 * many)});display:none`)).toEqual(NONE);
  for (const text of [
    '(',
    '"',
    '/*',
    'url(',
    '\\',
    ';',
    '({[',
    'display:none;',
    'visibility:x;',
    '!important ',
  ]) {
    expect(readInlineStyle(`display:none;${text.repeat(many)}`)).toEqual(NONE);
  }
});
