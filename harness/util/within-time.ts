import { Script, createContext } from 'node:vm';
import { isRecord } from './is-record.ts';

/** Where the work waits that a script of its own calls; only a script has a clock that ends what is at work. */
const place: { work?: () => void } = createContext({});
const call = new Script('work()');

/**
 * Does work that does not wait for anything, for no longer than that; says whether it came to its end. What it had changed by
 * then stays as it is. One search in a text is not cut off in the middle.
 */
export function withinTime(limitMs: number, work: () => void): boolean {
  place.work = work;
  try {
    call.runInContext(place, { timeout: limitMs });
    return true;
  } catch (error) {
    // It is an error of the other place, which is no `Error` here.
    if (isRecord(error) && error['code'] === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  } finally {
    delete place.work;
  }
}
