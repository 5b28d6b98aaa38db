import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A page of a public dataset, on disk. */
export interface PageFile {
  readonly path: string;
  /** What the dataset says of its encoding, in the words of a `Content-Type`. */
  readonly contentType?: string;
}

/** A dataset that the sweep knows, and the folders of it that hold pages. */
interface Dataset {
  readonly name: string;
  readonly folders: readonly string[];
  readonly contentType?: string;
}

/** The datasets whose pages are read, as they lie below the folder of the data. */
export const DATASETS: readonly Dataset[] = [
  { name: 'aeb', folders: ['aeb/html'], contentType: 'text/html; charset=utf-8' },
  { name: 'trafilatura', folders: ['trafilatura/tests/eval', 'trafilatura/tests/cache'] },
];

/** Every page file of a dataset below `data`, by path; those of a folder that is not there are `missing`. */
export async function listPages(
  data: string,
  { folders, contentType }: Dataset,
): Promise<{ readonly pages: PageFile[]; readonly missing: string[] }> {
  const pages: PageFile[] = [];
  const missing: string[] = [];
  for (const folder of folders.map((name) => join(data, name))) {
    const files = await readdir(folder).catch(() => undefined);
    if (files === undefined) missing.push(folder);
    for (const file of files?.toSorted() ?? []) {
      pages.push({ path: join(folder, file), ...(contentType !== undefined && { contentType }) });
    }
  }
  return { pages, missing };
}

/** The bytes of a page, unpacked. */
export async function readPage({ path }: PageFile): Promise<Uint8Array> {
  const bytes = await readFile(path);
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}
