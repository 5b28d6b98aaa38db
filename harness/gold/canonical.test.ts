import { expect, test } from 'vitest';
import { canonicalised } from './canonical.ts';

const source = `# Labelled from a print.
title: Ladders
body:
  # The kicker is an image.
  - title: Ladders
  # Said twice.
  - p: One.
  - ul:
      - a
      # the last one
      - b
  # below the body
`;

test('an edit of one node keeps every other node, and all comments where they are', () => {
  const edited = canonicalised(source, {
    edit(contents) {
      contents.setIn(['body', 1, 'p'], 'One: "two" # three');
      contents.setIn(['body', 2, 'ul', 1], 'c');
    },
  });
  expect(edited).toBe(source.replace('One.', '|-\n      One: "two" # three').replace('- b', '- c'));
});

test('what is deleted takes its comments with it', () => {
  const edited = canonicalised(source, { edit: (contents) => void contents.deleteIn(['body', 1]) });
  expect(edited).toBe(source.replace('  # Said twice.\n  - p: One.\n', ''));
});
