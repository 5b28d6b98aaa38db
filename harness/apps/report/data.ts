import { OpenedPage } from '../../report/html/opened-page.ts';
import type { PageData, ReportIndex } from '../../report/html/report-data.ts';
import type { Policy } from '../../model/policy.ts';

/** Opens the index, which stands before the app in the file. */
export async function openIndex(): Promise<ReportIndex> {
  // oxlint-disable-next-line no-unsafe-type-assertion -- what the program wrote that made this file
  return (await unpack('index')) as ReportIndex;
}

/** The last pages that were looked at: one goes back and forth between neighbours. */
const opened = new Map<number, Promise<OpenedPage | undefined>>();
const MOST_OPEN = 12;

/** Opens the texts of a page; undefined where the file does not hold them. */
export function openPage(at: number, policy: Policy): Promise<OpenedPage | undefined> {
  const known = opened.get(at) ?? readPage(at, policy);
  opened.delete(at);
  opened.set(at, known);
  if (opened.size > MOST_OPEN) opened.delete(opened.keys().next().value ?? at);
  return known;
}

async function readPage(at: number, policy: Policy): Promise<OpenedPage | undefined> {
  await wholeFile;
  // oxlint-disable-next-line no-unsafe-type-assertion -- what the program wrote that made this file
  const data = (await unpack(`p${at}`)) as PageData | undefined;
  return data && new OpenedPage(data, policy);
}

/** Whether the file holds the texts of a page; before all of it has been read, one that stands behind seems not to be there. */
export function holdsPage(at: number): boolean {
  return document.getElementById(`p${at}`) !== null;
}

/** The app runs before the rest of the file has been read. */
export const wholeFile = new Promise<void>((resolve) => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => resolve());
  else resolve();
});

async function unpack(id: string): Promise<unknown> {
  const packed = document.getElementById(id)?.textContent ?? '';
  if (packed === '') return undefined;
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return JSON.parse(await new Response(stream).text());
}
