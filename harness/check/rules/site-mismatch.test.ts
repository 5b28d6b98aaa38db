import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { siteMismatch } from './site-mismatch.ts';

const at = (url: string) => checked({ id: 'gazette.example/story', gold: `url: ${url}\nbody: []\n` });

test('a page of another site is found', () => {
  expect(findingsOf(siteMismatch, at('https://herald.example/story'))).toMatchObject([
    {
      path: 'url',
      found: 'the address https://herald.example/story under "gazette.example"',
      fix: 'correct the address, or move the page to "herald.example"',
    },
  ]);
  expect(findingsOf(siteMismatch, at('https://notgazette.example/story'))).toHaveLength(1);
});

test('a page of the site or of a host below it gives nothing', () => {
  expect(findingsOf(siteMismatch, at('https://gazette.example/story'))).toEqual([]);
  expect(findingsOf(siteMismatch, at('https://www.gazette.example/story'))).toEqual([]);
  expect(findingsOf(siteMismatch, checked({ gold: 'body: []\n' }))).toEqual([]);
});

test('a blog at a hosting service is a site of its own', () => {
  const fix = (url: string) => findingsOf(siteMismatch, at(url))[0]?.fix;
  expect(fix('https://herald.blogspot.com/story')).toContain('move the page to "herald.blogspot.com"');
  expect(fix('https://www.herald.github.io/story')).toContain('move the page to "herald.github.io"');
  expect(fix('https://news.herald.co.uk/story')).toContain('move the page to "herald.co.uk"');
  expect(fix('https://herald.wordpress.com/story')).toBe(
    'correct the address, or move the page to "wordpress.com", or to "herald.wordpress.com" if that is a site of its own, as a blog at a hosting service is',
  );
  expect(fix('https://www.wordpress.com/story')).toBe(
    'correct the address, or move the page to "wordpress.com"',
  );
  expect(fix('http://192.0.2.7/story')).toContain('move the page to "192.0.2.7"');
  for (const site of ['herald.blogspot.com', 'blogspot.com']) {
    const page = checked({
      id: `${site}/story`,
      gold: 'url: https://herald.blogspot.com/story\nbody: []\n',
    });
    expect(findingsOf(siteMismatch, page)).toEqual([]);
  }
});
