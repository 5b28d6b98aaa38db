import { expect, test } from 'vitest';
import { versionsOf } from './jvm.ts';

test('versions are those in the names of archives', () => {
  const archives = ['gson-2.15.0.jar', 'kotlin-stdlib-common-1.3.72.jar', 'xml-apis-1.4.01.jar', 'notes.txt'];
  expect(versionsOf(archives)).toEqual({
    gson: '2.15.0',
    'kotlin-stdlib-common': '1.3.72',
    'xml-apis': '1.4.01',
  });
});
