import { didYouMean } from '../util/did-you-mean.ts';
import type { Slot } from '../gold/yaml/reading.ts';
import { Reading, readList, readMap } from '../gold/yaml/reading.ts';
import { readText } from '../gold/yaml/read-text.ts';
import type { Problem } from '../model/problem.ts';

/** A fault that was looked at and may stay: all findings of a rule about a page, or about a site. */
export interface Exception {
  readonly rule: string;
  /** Identifier of a page, or name of a site where the rule is about sites. */
  readonly subject: string;
  readonly reason: string;
  readonly file: string;
  readonly line?: number;
}

/**
 * Reads the text of an exceptions file: `exceptions`, a list of maps of `rule`, `page` or `site`, and `reason`. All
 * problems are found in one go. Never throws.
 *
 * @param file the path to name in the problems
 * @param rules the names of the rules that there are
 */
export function readExceptions(
  source: string,
  file: string,
  rules: readonly string[],
): { readonly exceptions: readonly Exception[]; readonly problems: readonly Problem[] } {
  const reading = new Reading(source);
  const fields = readMap(reading, reading.root, { keys: ['exceptions'], required: ['exceptions'] });
  const entries = fields?.read('exceptions', (slot) =>
    readList(reading, slot, {
      expected: 'a list of exceptions',
      fix: 'begin every entry with "- rule: …"',
      mayBeEmpty: true,
    }),
  );
  const exceptions = (entries ?? []).flatMap((slot) => {
    const exception = readException(reading, slot, rules);
    return exception === undefined ? [] : [{ ...exception, file, line: reading.place(slot.at).line }];
  });
  return { exceptions, problems: reading.problems(file) };
}

function readException(
  reading: Reading,
  slot: Slot,
  rules: readonly string[],
): Pick<Exception, 'rule' | 'subject' | 'reason'> | undefined {
  const keys = ['rule', 'page', 'site', 'reason'];
  const fields = readMap(reading, { ...slot, name: 'an exception' }, { keys, required: ['rule', 'reason'] });
  if (fields === undefined) return undefined;
  const word = (key: string): string | undefined =>
    fields.read(key, (value) => readText(reading, value, { isWord: true }));
  const rule = fields.read('rule', (value) => readRule(reading, value, rules));
  const [page, site] = [word('page'), word('site')];
  const reason = fields.read('reason', (value) => readText(reading, value));
  if ((page === undefined) === (site === undefined)) return reportSubject(reading, slot, page);
  return rule === undefined || reason === undefined ? undefined : { rule, subject: (page ?? site)!, reason };
}

function readRule(reading: Reading, slot: Slot, rules: readonly string[]): string | undefined {
  const rule = readText(reading, slot, { isWord: true });
  if (rule === undefined || rules.includes(rule)) return rule;
  const near = didYouMean(rule, rules);
  return reading.report(slot.at, {
    code: 'unknown-word',
    found: `unknown rule "${rule}"`,
    expected: 'the name of a rule, as "assay corpus check --list-rules" gives them',
    fix: near === undefined ? 'take one of these names' : `did you mean "${near}"?`,
  });
}

function reportSubject(reading: Reading, slot: Slot, page: string | undefined): undefined {
  return reading.report(slot.at, {
    code: page === undefined ? 'missing-key' : 'unknown-key',
    found: page === undefined ? 'an exception for no page' : 'an exception for a page and a site',
    expected: '"page", or "site" for rules about sites',
    fix: 'name the page as "assay corpus list" does, e.g. "page: site.example/story"',
  });
}

/** What to say of an exception that nothing needed. */
export function unusedException({ rule, subject, file, line }: Exception): Problem {
  return {
    code: 'unused-exception',
    file,
    ...(line === undefined ? {} : { line }),
    found: `an exception from ${rule} for ${subject}, where the rule finds nothing`,
    expected: 'exceptions for what a rule finds',
    fix: 'take the exception away, or correct the name of its page',
  };
}
