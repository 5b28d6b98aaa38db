import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { repeatedAddress } from './repeated-address.ts';

const pages = (...urls: string[]) => urls.map((url, index) => checked({ id: `a.example/${index}`, url }));

test('the same address is found, whatever its protocol and end', () => {
  expect(
    findingsOf(
      repeatedAddress,
      ...pages('https://a.example/x', 'https://a.example/y', 'http://a.example/x/#top'),
    ),
  ).toMatchObject([
    { page: 'a.example/2', found: 'the address http://a.example/x/#top, which a.example/0 has too' },
  ]);
});

test('addresses of their own give nothing', () => {
  expect(findingsOf(repeatedAddress, ...pages('https://a.example/?p=1', 'https://a.example/?p=2'))).toEqual(
    [],
  );
  expect(findingsOf(repeatedAddress, ...pages('https://a.example/#!x', 'https://a.example/#!y'))).toEqual([]);
  expect(findingsOf(repeatedAddress, checked({}), checked({}))).toEqual([]);
});
