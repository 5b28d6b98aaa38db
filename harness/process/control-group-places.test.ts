import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { groupPlaces } from './control-group-places.ts';

const folder = temporaryFolder();

/** A hierarchy of version 2, by what each group hands on. */
function unified(name: string, groups: Readonly<Record<string, string>>): string {
  const top = join(folder, name);
  for (const [group, controllers] of Object.entries(groups)) {
    const file = join(top, group, 'cgroup.subtree_control');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${controllers}\n`);
  }
  return top;
}

const mountOf = (path: string, root = '/', type = 'cgroup2', options = 'rw'): string =>
  `42 31 0:28 ${root} ${path} rw,nosuid shared:9 - ${type} cgroup ${options}\n`;

test('of version 2, groups are made in the nearest around ours that hands memory on', () => {
  const top = unified('session', {
    '.': 'cpu memory pids',
    'user.slice': 'memory pids',
    'user.slice/service': 'memory',
    'user.slice/service/app.slice': 'cpu pids',
    'user.slice/service/app.slice/run.scope': '',
  });
  expect(groupPlaces('0::/user.slice/service/app.slice/run.scope\n', mountOf(top))).toEqual([
    [{ version: 2, folder: join(top, 'user.slice/service'), limits: ['memory'] }],
    [{ version: 2, folder: join(top, 'user.slice'), limits: ['memory', 'pids'] }],
    [{ version: 2, folder: top, limits: ['memory', 'pids'] }],
  ]);
});

test('where no group hands memory on, there is no place', () => {
  const top = unified('container', { '.': '' });
  expect(groupPlaces('0::/\n', mountOf(top))).toEqual([]);
  expect(groupPlaces('0::/\n', '')).toEqual([]);
  expect(groupPlaces('', '')).toEqual([]);
});

test('of version 1, they are made in our own, of memory and of processes', () => {
  for (const name of ['memory/own', 'pids', 'cpu']) mkdirSync(join(folder, 'first', name), { recursive: true });
  const [memory, pids, cpu] = ['memory', 'pids', 'cpu'].map((name) => join(folder, 'first', name)) as [string, string, string];
  const cgroup = '9:name=systemd:/\n8:pids:/\n4:hugetlb,memory:/own\n3:cpu:/\n0::/\n';
  const [inMemory, inPids] = [
    { version: 1, folder: join(memory, 'own'), limits: ['memory'] },
    { version: 1, folder: pids, limits: ['pids'] },
  ];
  const mounts = mountOf(memory, '/', 'cgroup', 'rw,hugetlb,memory') + mountOf(cpu, '/', 'cgroup', 'rw,cpu');
  expect(groupPlaces(cgroup, mounts)).toEqual([[inMemory]]);
  expect(groupPlaces(cgroup, mounts + mountOf(pids, '/', 'cgroup', 'rw,pids'))).toEqual([[inMemory, inPids], [inMemory]]);
}); // prettier-ignore

test.each([
  ['/docker/a1', '/docker/a1/run', 'run'],
  ['/docker/a1', '/docker/a1', ''],
  ['/docker/a1', '/docker/a12', ''],
  ['/docker/a1', '/elsewhere', ''],
  ['/', '/../../other', ''],
  ['/', '/gone', ''],
])('with the group %s on top, we are of %s in <top>/%s', (root, own, expected) => {
  const top = join(folder, `rooted${root}${own}`.replaceAll(/\W/g, '_'));
  mkdirSync(join(top, 'run'), { recursive: true });
  const [way] = groupPlaces(`4:memory:${own}\n`, mountOf(top, root, 'cgroup', 'rw,memory'));
  expect(way).toEqual([{ version: 1, folder: join(top, expected), limits: ['memory'] }]);
});
