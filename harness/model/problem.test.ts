import { expect, test } from 'vitest';
import { formatProblem } from './problem.ts';

const problem = {
  code: 'unknown-key',
  file: 'corpus/pages/a.example/one/gold.yaml',
  found: 'unknown key "boddy"',
  expected: 'one of url, body',
  fix: 'did you mean "body"?',
} as const;

test('a problem is one line: place, what was found, what belongs there, how to fix it, code', () => {
  expect(formatProblem({ ...problem, line: 3, column: 1 })).toBe(
    'corpus/pages/a.example/one/gold.yaml:3:1: found unknown key "boddy"; expected one of url, body; did you mean "body"? [unknown-key]',
  );
});

test('a problem of a file as a whole has no line', () => {
  expect(formatProblem(problem)).toMatch(/^corpus\/pages\/a\.example\/one\/gold\.yaml: found unknown key/u);
});

test('characters that nobody sees are written as their number', () => {
  const found = 'p "a\u0000b\u001b[31m\n\u202ec"';
  expect(formatProblem({ ...problem, found })).toContain(
    'found p "a\\u0000b\\u001b[31m\\u000a\\u202ec"; expected one of',
  );
});
