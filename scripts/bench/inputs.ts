import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openCorpus } from '../../harness/index.ts';
import { goldTexts } from '../../harness/model/gold-text.ts';
import type { LabelledPage } from '../../harness/model/page.ts';

/** A dataset in the layout of article-extraction-benchmark, and recorded outputs for it. */
export interface Dataset {
  readonly folder: string;
  readonly outputs: readonly string[];
  /** Identifiers of pages, in the order of the dataset. */
  readonly pages: readonly string[];
}

/** A page, and what each system made of it. */
interface Sample {
  readonly id: string;
  readonly url?: string | undefined;
  readonly articleBody: string;
  readonly html: string;
  readonly extracted: readonly string[];
}

/** The article as text in lines. */
export function goldText({ gold }: LabelledPage): string {
  return goldTexts(gold, ['body'])
    .map(({ text }) => text)
    .join('\n');
}

/** The pages of the built-in corpus that are HTML. */
export async function builtInPages(): Promise<LabelledPage[]> {
  const corpus = await openCorpus('builtin', false);
  const pages = await Promise.all(corpus.pages.map((page) => corpus.read(page)));
  return pages.filter(({ page }) => page.media === 'html');
}

/**
 * What made systems return of a text: the first all of it, each other one loses one paragraph of a few and leaks lines that
 * all systems have in common.
 */
export function madeExtractions(text: string, systems: number): string[] {
  const lines = text.split('\n');
  const leaked = ['Share this story', 'Sign up for our newsletter and never miss a story again', 'Read more'];
  return Array.from({ length: systems }, (_, system) => {
    if (system === 0) return text;
    const kept = lines.filter((_line, index) => (index + system) % (system + 4) !== 0);
    return [...leaked.slice(system % leaked.length), ...kept].join('\n');
  });
}

/**
 * Writes a dataset of `count` pages and the outputs of `systems` extractors for it: pages and outputs of
 * article-extraction-benchmark in `aeb`, else pages of the built-in corpus and made outputs, each as often as it takes.
 */
export async function writeDataset(
  to: string,
  aeb: string | undefined,
  count: number,
  systems: number,
): Promise<Dataset> {
  const samples = aeb === undefined ? await builtInSamples(to, systems) : aebSamples(aeb, systems);
  mkdirSync(join(to, 'html'), { recursive: true });
  mkdirSync(join(to, 'output'));
  const chosen = Array.from({ length: count }, (_, number) => {
    const sample = samples[number % samples.length]!;
    return { ...sample, id: `${sample.id}-${Math.floor(number / samples.length)}` };
  });
  for (const { id, html } of chosen) copyFileSync(html, join(to, 'html', `${id}.html.gz`));
  const truth = chosen.map(({ id, articleBody, url }) => [id, { articleBody, url }] as const);
  writeFileSync(join(to, 'ground-truth.json'), JSON.stringify(Object.fromEntries(truth)));
  const outputs = Array.from({ length: systems }, (_, system) => {
    const file = join(to, 'output', `system-${system}.json`);
    const entries = chosen.map(({ id, extracted }) => [id, { articleBody: extracted[system]! }] as const);
    writeFileSync(file, JSON.stringify(Object.fromEntries(entries)));
    return file;
  });
  return { folder: to, outputs, pages: chosen.map(({ id }) => id) };
}

async function builtInSamples(to: string, systems: number): Promise<Sample[]> {
  const folder = join(to, 'pages');
  mkdirSync(folder, { recursive: true });
  return (await builtInPages()).map((labelled, number) => {
    const html = join(folder, `${number}.html.gz`);
    writeFileSync(html, gzipSync(labelled.page.bytes, { level: 1 }));
    const articleBody = goldText(labelled);
    const { url } = labelled.page;
    return { id: `page-${number}`, url, articleBody, html, extracted: madeExtractions(articleBody, systems) };
  });
}

export type Entries = Readonly<Record<string, { readonly articleBody?: string; readonly url?: string }>>;

function aebSamples(aeb: string, systems: number): Sample[] {
  const outputs = readOutputs(aebOutputs(aeb).slice(0, systems));
  const truth: Entries = JSON.parse(readFileSync(join(aeb, 'ground-truth.json'), 'utf8'));
  return Object.entries(truth).map(([id, { articleBody = '', url }]) => ({
    id,
    url,
    articleBody,
    html: join(aeb, 'html', `${id}.html.gz`),
    extracted: outputs.map((each) => each[id]?.articleBody ?? ''),
  }));
}

/** Recorded outputs by page, in the two layouts of article-extraction-benchmark. */
export function readOutputs(files: readonly string[]): Entries[] {
  return files.map((file) => {
    const content: Entries & { readonly output?: Entries } = JSON.parse(readFileSync(file, 'utf8'));
    return content.output ?? content;
  });
}

/** The recorded outputs of article-extraction-benchmark. */
export function aebOutputs(aeb: string): string[] {
  const names = readdirSync(join(aeb, 'output')).filter((name) => name.endsWith('.json'));
  return names.toSorted().map((name) => join(aeb, 'output', name));
}

/** Arguments of `assay run` for recorded outputs. */
export function recordedRun({ folder, outputs }: Pick<Dataset, 'folder' | 'outputs'>, out: string): string[] {
  const extractors = outputs.flatMap((file) => ['-e', `recorded:${file}`]);
  return ['run', '-c', `aeb:${folder}`, ...extractors, '--no-cache', '--reporter', 'terminal', '--out', out];
}
