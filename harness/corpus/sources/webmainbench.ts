import { basename, join } from 'node:path';
import { documentToGold } from '../../document/document-to-gold.ts';
import { markdownToDocument } from '../../document/markdown.ts';
import { AssayError } from '../../util/error.ts';
import { isRecord } from '../../util/is-record.ts';
import type { Difficulty, PageReference, Slices } from '../../model/page.ts';
import type { Trait } from '../../model/vocabulary.ts';
import { defined } from '../../util/defined.ts';
import { CorpusDigest } from '../opened-corpus.ts';
import type { OpenedCorpus } from '../opened-corpus.ts';
import { isFile } from '../../util/path-exists.ts';
import { DatasetFolder, namesIn, splitPart } from './dataset-folder.ts';
import { withoutAnnotations } from './annotations.ts';
import { datasetGold, languageLabel, siteOf, textLabel, textLabels } from './dataset-gold.ts';
import { pageBytes } from '../page-bytes.ts';
import { JsonLines } from '../../util/json-lines.ts';
import type { JsonLine, LinePlace } from '../../util/json-lines.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';

const USAGE =
  'webmainbench:PATH takes a JSONL file of opendatalab/WebMainBench, or a clone of it with data/*.jsonl; webmainbench:PATH#name takes the file data/name.jsonl of a clone';

/** Its levels in our words. */
const DIFFICULTIES: ReadonlyMap<string, Difficulty> = new Map([
  ['simple', 'easy'],
  ['mid', 'medium'],
  ['hard', 'hard'],
]);

/**
 * Opens WebMainBench: one JSONL file, of which each line is a page with `track_id`, `html`, `url`,
 * `groundtruth_content` (Markdown, read into blocks with its tables, code and formulas; empty: nothing to extract) and,
 * in the released sets, `meta` with `language`, `level` (`simple`, `mid`, `hard`: the slice `difficulty`) and the
 * kinds of `table`, `equation` and `code` in it, which become traits. The page is called by its `track_id`. Its HTML is
 * what a browser wrote out, in UTF-8; what the annotators' tool left in it is taken out before an extractor sees it
 * (`withoutAnnotations`). Lines stay on disk: one is read a page. The digest is over the lines as they stand, as
 * `CorpusDigest` says.
 *
 * @throws AssayError `bad-input` if a file is missing or a line is not what it should be, `usage` where a clone has
 *   several files and none is named.
 */
export async function openWebMainBench(specification: string): Promise<OpenedCorpus> {
  const { file, lines } = await findFile(specification);
  const digest = new CorpusDigest();
  const places = new Map<string, LinePlace>();
  const pages: PageReference[] = [];
  for await (const line of lines.all()) {
    const { number, offset, length, bytes } = line;
    const { id, url, slices } = readLine(line, lines);
    const before = places.get(id);
    if (before !== undefined) {
      throw lines.fault(number, `the page "${id}" stands in line ${before.number} already`);
    }
    digest.addPage(id, bytes, Buffer.of());
    places.set(id, { number, offset, length });
    pages.push({ id, site: siteOf(url), media: 'html', slices });
  }
  if (pages.length === 0) throw new AssayError('bad-input', `${file} holds no page; ${USAGE}`);
  return {
    status: 'ok',
    corpus: {
      name: `webmainbench-${basename(file, '.jsonl')}`,
      digest: digest.toHex(),
      gold: 'text',
      labelFiles: [file],
      pages: pages.toSorted((a, b) => compareCodeUnits(a.id, b.id)),
      async read(reference) {
        const { html, url, markdown } = readLine(await lines.read(places.get(reference.id)!), lines);
        const bytes = Buffer.from(withoutAnnotations(html));
        const page = {
          ...reference,
          ...pageBytes({ bytes, size: bytes.length }),
          contentType: 'text/html; charset=utf-8',
        };
        const body = documentToGold(markdownToDocument(markdown));
        return {
          page: url === undefined ? page : { ...page, url },
          gold: datasetGold({ url, slices: reference.slices, body }),
        };
      },
    },
  };
}

/** The file that is meant: the path itself, or the one below the folder of a clone that has the name behind `#`. */
async function findFile(
  specification: string,
): Promise<{ readonly file: string; readonly lines: JsonLines }> {
  if (await isFile(specification)) return { file: specification, lines: new JsonLines(specification, USAGE) };
  const { path: directory, part: name } = await splitPart(specification);
  if (directory.endsWith('.jsonl')) {
    throw new AssayError('bad-input', `there is no file ${directory}; ${USAGE}`);
  }
  const inData = await namesIn(join(directory, 'data'), '.jsonl');
  const found = [
    ...inData.map((each) => `data/${each}.jsonl`),
    ...(await namesIn(directory, '.jsonl')).map((each) => `${each}.jsonl`),
  ].toSorted();
  const names = found.map((file) => basename(file, '.jsonl'));
  const wanted = found.filter((file) => name === undefined || basename(file, '.jsonl') === name);
  const [first, second] = wanted;
  if (first !== undefined && second === undefined) {
    const folder = new DatasetFolder(directory, USAGE);
    return { file: join(directory, first), lines: folder.lines(first) };
  }
  if (first === undefined) {
    const looked = join(directory, 'data', `${name ?? '*'}.jsonl`);
    const known = names.length === 0 ? '' : `, only ${names.join(', ')}`;
    throw new AssayError('bad-input', `there is no ${looked}${known}; ${USAGE}`);
  }
  const choices = names.map((each) => `webmainbench:${directory}#${each}`).join(' or ');
  throw new AssayError('usage', `${directory} holds several sets of pages; write ${choices}`);
}

interface WebMainBenchPage {
  readonly id: string;
  readonly url: string | undefined;
  readonly html: string;
  readonly markdown: string;
  readonly slices: Slices;
}

function readLine({ fields, number }: JsonLine, lines: JsonLines): WebMainBenchPage {
  const { html, groundtruth_content: markdown } = fields;
  const id = textLabel(fields['track_id']);
  if (id === undefined) throw lines.fault(number, 'the line has no "track_id"');
  if (typeof html !== 'string') throw lines.fault(number, `the page "${id}" has no text "html"`);
  if (typeof markdown !== 'string') {
    throw lines.fault(number, `the page "${id}" has no text "groundtruth_content"`);
  }
  return { id, url: textLabel(fields['url']), html, markdown, slices: slicesOf(fields) };
}

function slicesOf(fields: JsonLine['fields']): Slices {
  const meta = isRecord(fields['meta']) ? fields['meta'] : {};
  const traits: Trait[] = [];
  if (namesOf(meta['table']).length > 0) traits.push('tables');
  if (namesOf(meta['code']).includes('interline')) traits.push('code');
  if (namesOf(meta['equation']).length > 0) traits.push('math');
  const language = languageLabel(meta['language'] ?? fields['language']);
  const difficulty = DIFFICULTIES.get(textLabel(meta['level']) ?? '');
  return { traits, ...defined({ language, difficulty }) };
}

function namesOf(value: unknown): readonly string[] {
  return textLabels(Array.isArray(value) ? value : [value]);
}
