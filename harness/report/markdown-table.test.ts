import { expect, test } from 'vitest';
import { escapeMarkdown } from './markdown-table.ts';

test.each([
  ['a_b [c](d) <img onerror=x>', String.raw`a\_b \[c\]\(d\) \<img onerror=x\>`],
  ['# head\n## next', String.raw`\# head \#\# next`],
  ['a &lt; b | c', String.raw`a &amp;lt; b \| c`],
  ['\u001b[2J\u202Etxt.exe', String.raw` \[2J txt.exe`],
  ['thanks @octocat', 'thanks @&#8203;octocat'],
  ['fixes #12, owner/repo#3 and GH-4', String.raw`fixes \#&#8203;12, owner/repo\#&#8203;3 and GH-&#8203;4`],
  ['https://a.example and www.b.example', 'https&#58;//a.example and www&#46;b.example'],
  ['mail to a@b.example', 'mail to a@&#8203;b.example'],
])('%j is shown as text by %j', (text, markdown) => {
  expect(escapeMarkdown(text)).toBe(markdown);
});
