import { expect, test } from 'vitest';
import { pageToDocument } from './page-document.ts';
import { unhiddenText } from './unhidden-text.ts';

function unhiddenOf(html: string): string {
  return unhiddenText(pageToDocument({ bytes: Buffer.from(html), media: 'html' }).tree!);
}

test('text of hidden elements is there, what is no text is not, in the order of the page', () => {
  const html = `<title>No</title><p>One<b hidden>two</b></p><script>no</script><dialog>three</dialog>
    <template>no</template><select><option>no</select><div style="display:none">four</div>`;
  expect(unhiddenOf(html).split(/\s+/).filter(Boolean)).toEqual(['One', 'two', 'three', 'four']); // prettier-ignore
});

test('a deep page is read', () => {
  expect(unhiddenOf(`${'<div>'.repeat(5000)}deep`)).toContain('deep');
});
