import { afterAll, describe, expect, test } from 'vitest';
import { choosePolicy } from '../config/choice.ts';
import { hiddenFolders } from '../config/hidden-folders.ts';
import { loadConfig } from '../config/load-config.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { openCorpora } from '../config/open-corpora.ts';
import type { NamedCorpus } from '../config/open-corpora.ts';
import { openExtractors } from '../config/open-extractors.ts';
import type { ExtractorAnswer, ExtractorDefinition, ExtractorInput } from '../extract/define-extractor.ts';
import { loadInputReader } from '../extract/input-reader.ts';
import { takesMedia } from '../extract/page-session.ts';
import { readExtraction } from '../extract/read-extraction.ts';
import type { AssayConfig } from '../model/config.ts';
import type { Gold } from '../model/gold.ts';
import type { Corpus, Media, Page, PageReference } from '../model/page.ts';
import type { Policy } from '../model/policy.ts';
import { AssayError } from '../util/error.ts';
import type { JsonObject } from '../util/json.ts';
import { askedFigures } from './least.ts';
import type { LeastFigures } from './least.ts';
import { FAILED, Scored } from './scored.ts';

/** A definition, which runs in the process of the test, or what `--extractor` takes, which runs in one of its own. */
export type TestedExtractor<M extends Media, O extends object> = ExtractorDefinition<M, O> | string;

/** How a corpus becomes tests. */
export interface CorpusTestOptions<O extends object = JsonObject> {
  /** A name of the configuration, a folder, or a dataset. Default: as `assay run` has it. */
  readonly corpus?: string;
  /** The least figures of every page. Default: none, so that a page fails only if the extractor does. */
  readonly page?: LeastFigures;
  /** The least figures of the corpus. */
  readonly whole?: LeastFigures;
  /** Name of a policy, or one. Default: as configured, else `article`. */
  readonly policy?: string | Policy;
  /** What a definition gets beside every page. Default: `{}`. */
  readonly options?: O;
  /** Milliseconds for a page. Default: 10 000. */
  readonly timeoutMs?: number;
  /** As in the settings of a run. */
  readonly config?: string | AssayConfig | false;
}

/** What became of a page, without its bytes: it is kept until the whole is scored. */
type Answered =
  | { readonly status: 'answered'; readonly gold: Gold; readonly answer: ExtractorAnswer | null }
  | { readonly status: 'failed'; readonly gold: Gold; readonly fault: unknown }
  | { readonly status: 'skipped' };

const TIMEOUT_MS = 10_000;

/**
 * Makes tests of a corpus: one for each page, named by its identifier, and one for the whole. An import of the extractor lets
 * the watch mode of vitest run them again when it changes.
 *
 * ```ts
 * import { testCorpus } from 'assay/vitest';
 * import extractor from '../src/mine.ts';
 *
 * await testCorpus(extractor, { corpus: './test/corpus', page: { f1: 0.6 }, whole: { f1: 0.9 } });
 * ```
 *
 * @throws AssayError for a corpus or an extractor that cannot be had, and for figures that there are none of
 */
export async function testCorpus<M extends Media, O extends object = JsonObject>(
  extractor: TestedExtractor<M, O>,
  options: CorpusTestOptions<O> = {},
): Promise<void> {
  const { page: least = {}, whole = {}, timeoutMs = TIMEOUT_MS } = options;
  const loaded = await loadConfig(options.config);
  const policy = choosePolicy(loaded, options.policy);
  const [opened] = await openCorpora(loaded, options.corpus === undefined ? undefined : [options.corpus]);
  const { corpus } = opened!;
  askedFigures({ ...least, ...whole }, corpus.gold);
  const subject =
    typeof extractor === 'string'
      ? await inSession(extractor, loaded, opened!, timeoutMs)
      : inProcess(extractor, options.options);
  // A page is extracted once, whichever of its tests asks first.
  const known = new Map<string, Promise<Answered>>();
  const answerOf = (reference: PageReference): Promise<Answered> => {
    const made = known.get(reference.id) ?? answered(subject, corpus, reference);
    known.set(reference.id, made);
    return made;
  };

  describe(`${subject.name} on ${corpus.name}`, () => {
    afterAll(() => subject.close?.());

    test.for(corpus.pages.map((reference) => [reference.id, reference] as const))(
      '%s',
      { timeout: timeoutMs },
      async ([, reference], { skip }) => {
        const result = await answerOf(reference);
        if (result.status === 'skipped') skip(`${subject.name} takes no page that is ${reference.media}`);
        if (result.status === 'failed') throw result.fault;
        if (result.status === 'answered')
          expect(result.answer).toScore(await corpus.read(reference), least, { policy });
      },
    );

    test(
      'the whole',
      async () => {
        const scored: Scored[] = [];
        for (const reference of corpus.pages) {
          const result = await answerOf(reference);
          if (result.status === 'skipped') continue;
          const answer = result.status === 'failed' ? FAILED : result.answer;
          scored.push(new Scored(result.gold, answer, whole, policy));
        }
        if (scored.length === 0) expect.fail(`${subject.name} takes no page of ${corpus.name}`);
        const short = shortfallsOf(scored, whole, corpus);
        if (short.length > 0) expect.fail(short.join('\n'));
      },
      timeoutMs * Math.max(1, corpus.pages.length),
    );
  });
}

function shortfallsOf(scored: readonly Scored[], whole: LeastFigures, { gold }: Corpus): string[] {
  return askedFigures(whole, gold).flatMap(({ key, metric, figure, least }) => {
    const scores = scored.map((page) => page.scores[metric.name]).filter((score) => score !== undefined);
    const value = metric.aggregate(scores)[figure];
    if (value !== undefined && 'value' in value && value.value >= least) return [];
    const found = value !== undefined && 'value' in value ? value.value.toFixed(3) : 'is undefined';
    return [`${key} ${found} over ${scores.length} pages, expected at least ${least}`];
  });
}

/** An extractor at work. */
interface Subject {
  readonly name: string;
  /** What it answers; undefined for a page that it does not take. Throws where it fails. */
  extract(page: Page): Promise<ExtractorAnswer | null | undefined>;
  close?(): Promise<void>;
}

async function answered(subject: Subject, corpus: Corpus, reference: PageReference): Promise<Answered> {
  const { page, gold } = await corpus.read(reference);
  try {
    const answer = await subject.extract(page);
    return answer === undefined ? { status: 'skipped' } : { status: 'answered', gold, answer };
  } catch (fault) {
    return { status: 'failed', gold, fault };
  }
}

function inProcess<M extends Media, O extends object>(
  definition: ExtractorDefinition<M, O>,
  options: O | undefined,
): Subject {
  const { name, accepts } = definition;
  const reader = loadInputReader(accepts);
  return {
    name,
    async extract(page) {
      if (!takesMedia(accepts, page.media)) return undefined;
      // oxlint-disable-next-line no-unsafe-type-assertion -- the reader gives what `accepts` names
      const input = (await reader)(page) as ExtractorInput<M>;
      // oxlint-disable-next-line no-unsafe-type-assertion -- whoever needs options gives them
      const given = options ?? ({} as O);
      const reading = readExtraction(await definition.extract(input, structuredClone(given)));
      if (reading.status === 'bad') throw new AssayError('bad-input', `the extractor ${reading.message}`);
      return reading.extraction;
    },
  };
}

async function inSession(
  named: string,
  loaded: LoadedConfig,
  opened: NamedCorpus,
  timeoutMs: number,
): Promise<Subject> {
  const [extractor] = await openExtractors(loaded, [named], { hides: hiddenFolders(loaded, [opened]) });
  const session = await extractor!.open({ workers: 1, timeoutMs, corpus: opened.corpus.name });
  return {
    name: extractor!.name,
    async extract(page) {
      const outcome = await session.extract(page);
      if (outcome.status === 'failed') throw new Error(`${outcome.failure}: ${outcome.message}`);
      return outcome.status === 'skipped' ? undefined : outcome.extraction;
    },
    close: () => session.close(),
  };
}
