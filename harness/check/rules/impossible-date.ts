import { isCalendarDate, isDateOrTime } from '../../gold/forms.ts';
import type { PageFinding, PageRule } from '../rule.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';

/** The first web page is of August 1991. */
const FIRST_PAGE = '1991-08-06';
/** The same instant has two dates on two sides of the earth. */
const ONE_DAY_MS = 86_400_000;

/** Dates that no page can have. */
export const impossibleDate: PageRule = {
  name: 'impossible-date',
  description:
    'A date is invalid or lies in the future, or the page was captured before it was published, after it was labelled, or before there were web pages.',
  check({ gold, today }) {
    const { captured, labelled } = gold.about;
    const { published } = gold.metadata;
    return [
      ...(published === undefined || published === 'none'
        ? []
        : checkPublished(published, earliest(captured, labelled?.on, today))),
      ...(captured === undefined ? [] : checkCaptured(captured, earliest(labelled?.on, today))),
      ...(labelled?.on === undefined ? [] : checkLabelled(labelled.on, today)),
    ];
  },
};

/** The first of these days; what is no day says nothing. */
function earliest(...days: readonly (string | undefined)[]): string {
  const known = days.filter((day) => day !== undefined);
  return known.filter(isCalendarDate).toSorted(compareCodeUnits)[0]!;
}

function checkPublished(published: string, until: string): PageFinding[] {
  const finding = (why: string, expected: string): PageFinding[] => [
    {
      path: 'published',
      found: `published "${published}", ${why}`,
      expected,
      fix: 'look the date up in the page; write "none" if it gives none',
    },
  ];
  if (!isDateOrTime(published)) return finding('which is no date of ISO 8601', 'a date like 2025-07-09');
  // A page of the web may give a date from before the web: an old text that was put there.
  if (published.slice(0, 10) > dayAfter(until)) {
    return finding(`after ${until}, when the page was there already`, `a date up to ${until}`);
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

function checkLabelled(on: string, today: string): PageFinding[] {
  if (on <= dayAfter(today)) return [];
  return [
    {
      path: 'labelled.on',
      found: `labelled on "${on}", after ${today}, the day of this check`,
      expected: `a date up to ${today}`,
      fix: 'write the day on which the page was labelled',
    },
  ];
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + ONE_DAY_MS).toISOString().slice(0, 10);
}
