import { expect, test } from 'vitest';
import { readMounts } from './mount-info.ts';
import { mountTable } from './mount-plan.ts';

test('what is read alone keeps the flags of the mount that it is on: nobody may take them from it in a namespace', () => {
  const mounts = readMounts(
    '22 1 8:1 / / rw - ext4 /dev/sda rw\n30 22 8:2 / /home rw,nosuid,nodev,noatime - ext4 /dev/sdb rw\n31 22 0:5 / /groups rw,nosuid,nodev,noexec - cgroup2 none rw\n',
  );
  const table = mountTable(
    {
      staged: ['/home/me/a b', '/srv/c'],
      covered: [
        { path: '/home/me', what: 'cover' },
        { path: '/home/me/a b', what: 'read' },
        { path: '/srv/c', what: 'read' },
      ],
      isWhole: true,
    },
    { folders: '/p/home', stage: '/p/stage', groups: ['/groups'], mounts },
  );
  expect(table.split('\n')).toEqual([
    'assay-stage /p/stage tmpfs nosuid,nodev,size=1m,mode=700 0 0',
    '/home/me/a\\040b /p/stage/0 none rbind,x-mount.mkdir=0755 0 0',
    '/srv/c /p/stage/1 none rbind,x-mount.mkdir=0755 0 0',
    '/groups /p/stage/2 none rbind,x-mount.mkdir=0755 0 0',
    'assay-cover /home/me tmpfs nosuid,nodev,size=1m,mode=755 0 0',
    '/p/stage/0 /home/me/a\\040b none rbind,ro,x-mount.mkdir=0755,nosuid,nodev 0 0',
    '/p/stage/1 /srv/c none rbind,ro,x-mount.mkdir=0755 0 0',
    'assay-own /p/home tmpfs nosuid,nodev,size=1g,mode=700 0 0',
    '/p/stage/2 /groups none bind,ro,nosuid,nodev,noexec 0 0',
    'assay-closed /p/stage tmpfs ro,nosuid,nodev,size=4k 0 0',
    '',
  ]);
}); // prettier-ignore
