import { expect, test } from 'vitest';
import { mountOf, readMounts } from './mount-info.ts';

const MOUNTS = readMounts(`22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda rw,discard
30 22 8:2 /@home /home rw,nosuid,nodev - btrfs /dev/sdb rw
31 30 0:5 / /home/a\\040b ro,noexec - tmpfs tmpfs rw,size=4k
32 31 0:6 / /home/a\\040b rw - tmpfs on-top rw
`);

test('a line has a root, a path, flags, a type and options', () => {
  expect(MOUNTS).toHaveLength(4);
  expect(MOUNTS[2]).toEqual({ root: '/', path: '/home/a b', flags: ['ro', 'noexec'], type: 'tmpfs', options: ['rw', 'size=4k'] });
  expect(readMounts('')).toEqual([]);
}); // prettier-ignore

test.each([
  ['/', 0],
  ['/homes', 0],
  ['/home', 1],
  ['/home/x/y', 1],
  ['/home/a b/c', 3],
])('%s is on the innermost mount around it, and of those the one on top', (path, expected) => {
  expect(mountOf(path, MOUNTS)).toBe(MOUNTS[expected]);
});

test('where nothing is told, a path is on no mount', () => {
  expect(mountOf('/', [])).toBeUndefined();
});
