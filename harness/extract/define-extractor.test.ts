import { expect, expectTypeOf, test } from 'vitest';
import type { JsonObject } from '../util/json.ts';
import { defineExtractor } from './define-extractor.ts';
import type { HtmlInput, TextInput } from './define-extractor.ts';

test('a definition is returned as it is', () => {
  const definition = { name: 'a', version: '1', accepts: ['html'] as const, extract: () => null };
  expect(defineExtractor(definition)).toBe(definition);
});

test('the type of the input follows from the media', () => {
  const common = { name: 'a', version: '1' };
  defineExtractor({
    ...common,
    accepts: ['html'],
    extract: (input) => (expectTypeOf(input).toEqualTypeOf<HtmlInput>(), null),
  });
  defineExtractor({
    ...common,
    accepts: ['text'],
    extract: (input) => (expectTypeOf(input).toEqualTypeOf<TextInput>(), null),
  });
  defineExtractor({
    ...common,
    accepts: ['html', 'text'],
    extract: (input) => (expectTypeOf(input).toEqualTypeOf<HtmlInput | TextInput>(), null),
  });
  // @ts-expect-error -- nothing accepted
  defineExtractor({ ...common, accepts: [], extract: () => null });
  // @ts-expect-error -- a bare text is no extraction
  defineExtractor({ ...common, accepts: ['html'], extract: () => 'text' });
});

test('the type of the options is the one written down, else any JSON', () => {
  const common = { name: 'a', version: '1' };
  const typed = defineExtractor({
    ...common,
    accepts: ['html'],
    extract: (input, { fast = false }: { fast?: boolean }) => ({ text: fast ? '' : input.html }),
  });
  expectTypeOf<Parameters<(typeof typed)['extract']>>().toEqualTypeOf<[HtmlInput, { fast?: boolean }]>();
  defineExtractor({
    ...common,
    accepts: ['text'],
    extract: (_, options) => (expectTypeOf(options).toEqualTypeOf<JsonObject>(), null),
  });
});
