import { describe, expect, test } from 'vitest';
import { withoutAnnotations } from './annotations.ts';

describe('what annotators left in a page', () => {
  test.each<[string, string, string]>([
    ['attributes', '<p data-anno-uid="anno-uid-1" id=a  cc-select="true">x</p>', '<p id=a>x</p>'],
    ['the class of a selected element', '<p class="mark-selected" cc-select="true">x', '<p>x'],
    ['one class of several', '<p data-anno-uid="u" class="a mark-selected b">', '<p class="a b">'],
    ['the first class of several', '<p data-anno-uid="u" class="mark-selected  a">', '<p class="a">'],
    ['the last class of several', `<img data-anno-uid="u" class="a cc-unloaded" src=''>`, `<img class="a" src=''>`],
    ['the empty style of a selected element', '<p cc-select="true" style="">a</p><p style="">b</p>', '<p>a</p><p style="">b</p>'],
    ['the style of the body', '<body data-anno-uid="u" style="user-select: none;">', '<body>'],
    ['elements around loose text', '<p>a <marked-text cc-select="true">b</marked-text><i>c</i><marked-tail data-anno-uid="u"> d</marked-tail></p>', '<p>a b<i>c</i> d</p>'],
    ['the style sheet', '<head>\n<style id="cc-extraStyle" name="cc">\n .mark-selected { color: red }\n</style>\n<title>x</title>', '<head>\n<title>x</title>'],
    ['an element that closes itself', '<br data-anno-uid="u"/><br data-anno-uid="u" />', '<br/><br />'],
  ])('%s', (_name, html, expected) => {
    expect(withoutAnnotations(html)).toBe(expected);
  }); // prettier-ignore

  test.each<[string, string]>([
    ['a page that has none of it', '<!DOCTYPE html>\r\n<P  CLASS=a\tid=\'b\' >x &amp; y<br/ ><a href=x/y>z</a ></P >'],
    ['text that looks like it', '<p>cc-select="true" data-anno-uid="u"</p>'],
    ['a value that looks like it', `<p title='<p cc-select="true">' alt=">" lang=en>x`],
    ['scripts, styles and comments', '<script>"<p cc-select=\'true\'>"</script><!-- <p cc-select="true"> --><style>.mark-selected{}</style><textarea><p cc-select="true"></textarea>'],
    ['longer names', '<p class="mark-selected-x a-mark-selected" data-anno="x" xcc-select>'],
    ['a page that is cut off', '<p>x<a href="y'],
    ['a script that never ends', '<script>a<b'],
    ['a comment that never ends', '<p>x<!-- a <b cc-select="true">'],
    ['nothing', ''],
  ])('%s stays as it is', (_name, html) => {
    expect(withoutAnnotations(html)).toBe(html);
  }); // prettier-ignore

  test('time is linear in a page that never ends its tags', () => {
    const page = `<p ${'a="'.repeat(200_000)}${' /'.repeat(200_000)}${'<!--'.repeat(200_000)}`;
    expect(withoutAnnotations(page)).toBe(page);
  });
});
