import { describe, expect, test } from 'vitest';
import { secretHider, withoutSecrets } from './hide-secrets.ts';

const SECRET = 'sk-"Tr\u00E4um"+/7&x';

describe('a secret is hidden', () => {
  test.each([
    ['as it is', `a ${SECRET} b`],
    ['as JSON quotes it', `a ${JSON.stringify(SECRET).slice(1, -1)} b`],
    ['as a URL quotes it', `a ${encodeURIComponent(SECRET)} b`],
    ['with every character as its number in JSON', `a ${Array.from(SECRET, (c) => c).map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')} b`],
    ['with every byte as its number in a URL', `a ${[...Buffer.from(SECRET)].map((b) => `%${b.toString(16).toUpperCase().padStart(2, '0')}`).join('')} b`],
    ['with every other character as its number in HTML', `a ${Array.from(SECRET, (c) => c).map((c, i) => (i % 2 ? c : `&#${c.charCodeAt(0)};`)).join('')} b`],
    ['as HTML quotes it', `a ${SECRET.replaceAll('&', '&amp;').replaceAll('"', '&quot;')} b`],
    ['in hex', `a ${Buffer.from(SECRET).toString('hex')} b`],
  ])('%s', (_, text) => {
    expect(secretHider([SECRET])(text)).toBe('a [secret] b');
  }); // prettier-ignore

  test.each([0, 1, 2])('in base64, with %i bytes before it', (before) => {
    for (const alphabet of ['base64', 'base64url'] as const) {
      const text = Buffer.from(`${'x'.repeat(before)}${SECRET}y`).toString(alphabet);
      const hidden = secretHider([SECRET])(text);
      expect(hidden).toContain('[secret]');
      expect(hidden.replace('[secret]', '').length).toBeLessThan(8);
    }
  });

  test('wherever it stands, and what is around it stays', () => {
    const text = '%41 a\\u0062 S%C3%A4cret-1x &#83;\u00E4cret-1 &amp; y S\u00E4cret-1';
    expect(secretHider(['S\u00E4cret-1'])(text)).toBe('%41 a\\u0062 [secret]x [secret] &amp; y [secret]');
  });

  test('in a long text at each of many places', { timeout: 10_000 }, () => {
    const text = secretHider(['a secret'])('a&#32;secret '.repeat(50_000));
    expect(text).toBe('[secret] '.repeat(50_000));
  });

  test('the longer one first, and no empty one', () => {
    expect(secretHider(['', 'secret-1', 'secret-1-more'])('secret-1-more secret-1 .*')).toBe(
      '[secret] [secret] .*',
    );
  });
});

test('an outcome has no secret in any text of it; short ones stay in extractions', () => {
  const secrets = ['short', 'long-enough'];
  const extraction = { text: 'short long-enough', authors: ['long%2Denough', 'B'] };
  expect(withoutSecrets({ status: 'extracted', extraction, ms: 1 }, secrets)).toEqual({
    status: 'extracted',
    extraction: { text: 'short [secret]', authors: ['[secret]', 'B'] },
    ms: 1,
  });
  const failed = { status: 'failed', failure: 'threw', message: 'short', stack: 'long-enough', output: 'x' } as const;
  expect(withoutSecrets(failed, secrets)).toEqual({ ...failed, message: '[secret]', stack: '[secret]' });
  expect(withoutSecrets(failed, [])).toBe(failed);
}); // prettier-ignore
