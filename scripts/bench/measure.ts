import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What one go of something cost. */
export interface Cost {
  /**
   * Milliseconds of a processor, over all threads, and of commands over all processes that they wait for: not those of
   * isolated extractors, which the system ends with their namespace.
   */
  readonly cpuMs: number;
  /** Milliseconds by the clock. */
  readonly wallMs: number;
  /** Most memory that was resident, MB; known where a part asks for it. */
  readonly peakMb?: number;
}

/** Something that is measured. */
export type Side = () => Cost | Promise<Cost>;

/** What several sides cost, measured in turns. */
export interface Runs {
  /** By side, then by turn. */
  readonly sides: readonly (readonly Cost[])[];
  /** The first side, once more at the end of each turn: what it differs by from itself is chance. */
  readonly again: readonly Cost[];
  /** How much longer than its processor time a loop that only computes took by the clock, at least 1. */
  readonly slowdown: number;
}

/**
 * Measures sides in turns: one go of each, then the first again, and so on, so that whatever slows the machine down
 * for a while slows all of them.
 */
export async function interleave(sides: readonly Side[], turns: number, warmUps = 0): Promise<Runs> {
  const measured: Cost[][] = [...sides, sides[0]!].map(() => []);
  let slowdown = slowdownNow();
  for (let turn = -warmUps; turn < turns; turn++) {
    for (const [index, side] of [...sides, sides[0]!].entries()) {
      const cost = await side();
      if (turn >= 0) measured[index]!.push(cost);
    }
    slowdown = Math.max(slowdown, slowdownNow());
  }
  return { sides: measured.slice(0, -1), again: measured.at(-1)!, slowdown };
}

/** Computes for 50 ms of a processor. */
function slowdownNow(): number {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  let spent = 0;
  while (spent < 50_000) spent = process.cpuUsage(cpu).user + process.cpuUsage(cpu).system;
  return Math.max(1, (performance.now() - began) / (spent / 1000));
}

/** Shorter than this nothing can be measured, milliseconds. */
const SHORTEST_MS = 20;

/** One go of work in this process, the mean of several where one is over at once. */
export function inProcess(work: () => unknown): Cost {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  for (let goes = 1; ; goes++) {
    work();
    const { user, system } = process.cpuUsage(cpu);
    const [cpuMs, wallMs] = [(user + system) / 1000, performance.now() - began];
    if (cpuMs >= SHORTEST_MS) return { cpuMs: cpuMs / goes, wallMs: wallMs / goes };
  }
}

/** What a command printed, and what it cost, with start and end. */
export interface Ran extends Cost {
  readonly stdout: string;
  readonly stderr: string;
}

/** `times` of the shell counts all processes that were waited for, in any language. */
const TIMED = '"$@"; code=$?; echo; times; exit $code';

/** @throws Error if the command ends with another code than 0, or one that `codes` allows. */
export function command(words: readonly string[], cwd: string, codes: readonly number[] = [0]): Ran {
  const began = performance.now();
  // Not as in CI, where the gate writes no baseline.
  const env = { ...process.env, CI: '' };
  const options = { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 30 } as const;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', TIMED, 'sh', ...words], options);
  const wallMs = performance.now() - began;
  if (status === null || !codes.includes(status)) {
    throw new Error(`${words.join(' ')}: ended with ${status}\n${stderr.slice(-2000)}`);
  }
  const [, ...times] = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/u.exec(stdout)!.map(Number);
  const [userMinutes = 0, user = 0, systemMinutes = 0, system = 0] = times;
  const cpuMs = 1000 * (60 * (userMinutes + systemMinutes) + user + system);
  return { cpuMs, wallMs, stdout, stderr };
}

const ASSAY = fileURLToPath(new URL('./assay.mjs', import.meta.url));

/** One go of the built command line, in its folder. `peakMb` is that of its own process, without those of extractors. */
export function assay(cwd: string, args: readonly string[], codes?: readonly number[]): Ran {
  const ran = command([process.execPath, ASSAY, ...args], cwd, codes);
  return { ...ran, peakMb: Number(/peak (\d+)\s*$/u.exec(ran.stderr)?.[1]) / 1024 };
}
