import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { pythonFrom } from './python.ts';

let folder: string;
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** A PATH with programs that end with the codes given, as Python does where it is new enough (0) or not (1). */
function path(codes: Record<string, number>): void {
  folder = mkdtempSync(join(tmpdir(), 'assay-python-'));
  vi.stubEnv('PATH', folder);
  for (const [name, code] of Object.entries(codes)) {
    writeFileSync(join(folder, name), `#!/bin/sh\nexit ${code}\n`);
    chmodSync(join(folder, name), 0o755);
  }
}

test.each<[string, string | undefined, Record<string, number>, string]>([
  ['the one of the system where any will do', undefined, { python3: 1 }, 'python3'],
  ['the one of the system where it is new enough', '3.12', { python3: 0, 'python3.13': 0 }, 'python3'],
  [
    'the next that is there and runs',
    '3.12',
    { python3: 1, 'python3.14': 127, 'python3.12': 0 },
    'python3.12',
  ],
])('a peer gets %s', async (_, oldest, programs, chosen) => {
  path(programs);
  expect(await pythonFrom(oldest)).toBe(chosen);
});

test('where none is new enough, it is said which were tried', async () => {
  path({ python3: 1 });
  await expect(pythonFrom('3.12')).rejects.toThrow(
    'needs Python 3.12 or newer; none of python3, python3.14, python3.13, python3.12 in PATH is that',
  );
});
