import { expect, test } from 'vitest';
import { readExceptions, unusedException } from './exceptions.ts';

const RULES = ['mojibake', 'shared-site'];

test('reads exceptions for pages and sites, with their lines', () => {
  const source = `# kept with open eyes
exceptions:
  - rule: mojibake
    page: a.example/1
    reason: The page itself has it.
  - { rule: shared-site, site: a.example, reason: "Two templates" }
`;
  expect(readExceptions(source, 'exceptions.yaml', RULES)).toEqual({
    exceptions: [
      {
        rule: 'mojibake',
        subject: 'a.example/1',
        reason: 'The page itself has it.',
        file: 'exceptions.yaml',
        line: 3,
      },
      {
        rule: 'shared-site',
        subject: 'a.example',
        reason: 'Two templates',
        file: 'exceptions.yaml',
        line: 6,
      },
    ],
    problems: [],
  });
});

test.each([
  [
    'exceptions:\n  - rule: mojibak\n    page: a/1\n    reason: x\n',
    'unknown-word',
    'did you mean "mojibake"?',
  ],
  ['exceptions:\n  - rule: mojibake\n    page: a/1\n', 'missing-key', 'add "reason: …"'],
  [
    'exceptions:\n  - rule: mojibake\n    reason: x\n',
    'missing-key',
    'name the page as "assay corpus list" does',
  ],
  [
    'exceptions:\n  - rule: mojibake\n    page: a/1\n    site: a\n    reason: x\n',
    'unknown-key',
    'name the page',
  ],
  ['exceptions:\n  - rule: mojibake\n    page: a/1\n    reason: ""\n', 'empty-text', 'write the text'],
  ['rules: []\n', 'missing-key', 'add "exceptions: …"'],
])('%j is a problem', (source, code, fix) => {
  const { exceptions, problems } = readExceptions(source, 'exceptions.yaml', RULES);
  expect(exceptions).toEqual([]);
  expect(problems[0]).toMatchObject({ code, file: 'exceptions.yaml', fix: expect.stringContaining(fix) });
});

test('an exception that nothing needs is a problem at its line', () => {
  const exception = {
    rule: 'mojibake',
    subject: 'a.example/1',
    reason: 'x',
    file: 'exceptions.yaml',
    line: 3,
  };
  expect(unusedException(exception)).toMatchObject({
    code: 'unused-exception',
    file: 'exceptions.yaml',
    line: 3,
    found: 'an exception from mojibake for a.example/1, where the rule finds nothing',
  });
});
