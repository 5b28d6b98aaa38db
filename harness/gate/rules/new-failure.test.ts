import { expect, test } from 'vitest';
import type { PageState } from '../gated.ts';
import { newTrouble } from './new-failure.ts';

const text: PageState = { status: 'extracted', isEmpty: false, value: 0.9 };
/** Words came out, and none of them was wanted. */
const junk: PageState = { ...text, value: 0 };
const empty: PageState = { status: 'extracted', isEmpty: true, value: 0 };
/** Nothing came out of a page with nothing to extract. */
const leftAlone: PageState = { ...empty, value: 1 };
const skipped: PageState = { status: 'skipped', isEmpty: false };
const timeout: PageState = { status: 'failed', failure: 'timeout', isEmpty: false, value: 0 };
const threw: PageState = { ...timeout, failure: 'threw' };

test.each<[string, PageState, PageState, string | undefined]>([
  ['text that fails', text, timeout, 'failed: timeout'],
  ['text that comes out empty', text, empty, 'came out empty'],
  ['junk that comes out empty', junk, empty, 'came out empty'],
  ['text that is skipped', text, skipped, 'skipped'],
  ['an empty page that fails', empty, timeout, 'failed: timeout'],
  ['a skipped page that fails', skipped, timeout, 'failed: timeout'],
  ['a page that was rightly left alone and fails', leftAlone, timeout, 'failed: timeout'],
  ['a page that was rightly left alone and is skipped', leftAlone, skipped, 'skipped'],
  ['a page that is rightly left alone now', junk, leftAlone, undefined],
  ['an empty page that is skipped', empty, skipped, undefined],
  ['a skipped page that comes out empty', skipped, empty, undefined],
  ['a page that fails in another way', timeout, threw, undefined],
  ['a failure that comes out empty', timeout, empty, undefined],
  ['a failure that is skipped', timeout, skipped, undefined],
  ['a failure that is mended', timeout, text, undefined],
])('%s', (_, before, after, trouble) => {
  const change = (after.value ?? 0) - (before.value ?? 0);
  const page = { page: 'p', site: 's', slices: {}, before, after, change, isUnstable: false };
  expect(newTrouble(page)).toBe(trouble);
});
