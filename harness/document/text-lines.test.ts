import { expect, test } from 'vitest';
import { textLines } from './text-lines.ts';

test.each<[string, string, string[]]>([
  ['nothing', '', []],
  ['blank lines', ' \n\t\n\n', []],
  ['space around them goes, space in them stays', '  one  two \r\n\nthree', ['one  two', 'three']],
  ['other separators end no line', 'one\u2028two\rthree', ['one\u2028two\rthree']],
])('%s', (_name, text, lines) => {
  expect(textLines(text)).toEqual(lines);
});
