import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { boilerplateNotInPage } from './boilerplate-not-in-page.ts';

const html = '<nav>Home</nav><p>Text.</p><div style="display:none">Accept cookies</div><p>Read on</p>';

test('entries that label nothing are found, in the body and around it', () => {
  const gold =
    'body:\n  - p: Text.\n  - promo: Read more\nboilerplate:\n  - nav: [ "Home", "Sport" ]\n  - cookie: Accept cookies\n';
  expect(
    findingsOf(boilerplateNotInPage, checked({ html, gold })).map(({ path, found }) => [path, found]),
  ).toEqual([
    ['body[1]', 'promo "Read more", which is nowhere in the page, nearest is "Read"'],
    ['boilerplate[1]', 'nav "Sport", which is nowhere in the page'],
    ['boilerplate[2]', 'cookie "Accept cookies", which is in a hidden element of the page only'],
  ]);
});

test('entries that the page has give nothing', () => {
  const gold =
    'body:\n  - p: Text.\nboilerplate:\n  - nav: Home\n  - cookie: Accept cookies\n    from: hidden\n';
  expect(findingsOf(boilerplateNotInPage, checked({ html, gold }))).toEqual([]);
});
