/** What drivers know by this name. */
export { isRecord } from '../model/is-record.ts';
