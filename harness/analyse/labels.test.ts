import { expect, test } from 'vitest';
import { POLICIES } from '../model/policy.ts';
import type { Policy } from '../model/policy.ts';
import { policyLabel } from './labels.ts';

const own: Policy = { name: 'own', description: '', required: ['p', 'h2'], comments: 'forbidden' };

test('a policy of Assay is called by its name, also in a copy', () => {
  expect(policyLabel(POLICIES.reader)).toBe('reader');
  expect(policyLabel({ ...POLICIES.reader, description: 'mine' })).toBe('reader');
});

// printf '{"required":["h2","p"],"comments":"forbidden"}' | sha256sum
test.each<[string, Policy, string]>([
  ['of its own', own, 'own@159bb93c'],
  ['the same in another order', { ...own, description: 'x', required: ['h2', 'p', 'p'] }, 'own@159bb93c'],
  ['with another kind', { ...own, required: ['p', 'h3'] }, 'own@38fe66a2'],
  ['with comments', { ...own, comments: 'required' }, 'own@0e4c162d'],
  ['under a name of Assay', { ...own, name: 'article' }, 'article@159bb93c'],
])('a policy %s has a digest behind its name', (_, policy, label) => {
  expect(policyLabel(policy)).toBe(label);
});
