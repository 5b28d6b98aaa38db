import { expect, test } from 'vitest';
import { ownAddress } from './dataset-gold.ts';

test.each<[string, string, string | undefined]>([
  ['a canonical link', `<LINK HREF='https://a.example/x' rel=canonical>`, 'https://a.example/x'],
  ['it before og:url', '<meta property="og:url" content="https://b.example"><link rel="canonical" href="https://a.example">', 'https://a.example'],
  ['og:url where there is none', '<meta content="https://b.example" property="og:url" />', 'https://b.example'],
  ['og:url where it is relative', '<link rel="canonical" href="/x"><meta property="og:url" content="http://b.example">', 'http://b.example'],
  ['other links and data', '<link rel="stylesheet" href="https://a.example"><meta name="x" content="https://b.example">', undefined],
  ['nothing', '', undefined],
])('%s', (_name, html, address) => {
  expect(ownAddress(html)).toBe(address);
}); // prettier-ignore

test('time is linear in tags that never end', () => {
  expect(ownAddress('<link '.repeat(200_000))).toBeUndefined();
});
