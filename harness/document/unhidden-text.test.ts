import { expect, test } from 'vitest';
import { unhiddenText } from './unhidden-text.ts';

test('text of hidden elements is there, what is no text is not, in the order of the page', () => {
  const html = `<title>No</title><p>One<b hidden>two</b></p><script>no</script><dialog>three</dialog>
    <template>no</template><select><option>no</select><div style="display:none">four</div>`;
  expect(unhiddenText(html).split(/\s+/).filter(Boolean)).toEqual(['One', 'two', 'three', 'four']); // prettier-ignore
});

test('a deep page is read', () => {
  expect(unhiddenText(`${'<div>'.repeat(5000)}deep`)).toContain('deep');
});
