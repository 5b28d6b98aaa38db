import { isCalendarDate, isDateOrTime } from '../../gold/forms.ts';
import type { PageFinding, PageRule } from '../rule.ts';
import type { CheckedPage } from '../checked-page.ts';

/** The first web page is of August 1991. */
const FIRST_PAGE = '1991-08-06';
/** The same instant has two dates on two sides of the earth. */
const ONE_DAY_MS = 86_400_000;

/** Dates that no page can have. */
export const impossibleDate: PageRule = {
  name: 'impossible-date',
  description:
    'A date is invalid or lies in the future, or the page was captured before it was published, after it was labelled, or before there were web pages.',
  check(page) {
    const { captured, labelled } = page.gold.about;
    const { published } = page.gold.metadata;
    return [
      ...(published === undefined || published === 'none' ? [] : checkPublished(page, published)),
      ...(captured === undefined ? [] : checkCaptured(captured, labelled?.on ?? page.today)),
    ];
  },
};

function checkPublished(page: CheckedPage, published: string): PageFinding[] {
  const finding = (why: string, expected: string): PageFinding[] => [
    {
      path: 'published',
      found: `published "${published}", ${why}`,
      expected,
      fix: 'look the date up in the page; write "none" if it gives none',
    },
  ];
  if (!isDateOrTime(published)) return finding('which is no date of ISO 8601', 'a date like 2025-07-09');
  const day = published.slice(0, 10);
  const { captured, labelled } = page.gold.about;
  const latest = [captured, labelled?.on, page.today].find(
    (each) => each !== undefined && isCalendarDate(each),
  )!;
  // A page of the web may give a date from before the web: an old text that was put there.
  if (day > dayAfter(latest)) {
    return finding(`after ${latest}, when the page was there already`, `a date up to ${latest}`);
  }
  return [];
}

function checkCaptured(captured: string, until: string): PageFinding[] {
  if (captured >= FIRST_PAGE && captured <= dayAfter(until)) return [];
  return [
    {
      path: 'captured',
      found: `captured "${captured}", ${captured < FIRST_PAGE ? 'before there were web pages' : `after ${until}, when the page was labelled or checked`}`,
      expected: `a date from ${FIRST_PAGE} to ${until}`,
      fix: 'write the day on which the page was fetched, or leave the key out',
    },
  ];
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + ONE_DAY_MS).toISOString().slice(0, 10);
}
