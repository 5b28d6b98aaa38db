import { explainLines, lacksExplanation } from '../analyse/class-sums.ts';
import type { ExplainedPages } from '../analyse/class-sums.ts';
import { slicePairs } from '../analyse/slices.ts';
import { choosePolicy, entryOf } from '../config/choice.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { openCorpora, readOnePage } from '../config/open-corpora.ts';
import { pageToDocument } from '../document/page-document.ts';
import type { MissingClass, SurplusClass } from '../explain/classes.ts';
import { explainPage, explanationCounts } from '../explain/explain-page.ts';
import { ExplainedPage } from '../explain/explained-page.ts';
import type { PageExplanation } from '../explain/explanation.ts';
import type { FailureKind } from '../model/extraction.ts';
import type { Corpus, LabelledPage, PageReference } from '../model/page.ts';
import type { Policy } from '../model/policy.ts';
import type { MetricScores } from '../model/score.ts';
import { segments } from '../score/metrics/segments.ts';
import { tokens } from '../score/metrics/tokens.ts';
import { PreparedGold } from '../score/prepared-gold.ts';
import { ScoringInput } from '../score/scoring-input.ts';
import { journalKey, readExtraction } from '../store/extractions.ts';
import { findLine } from '../store/find-line.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { readDescription, readRun } from '../store/read-run.ts';
import type { CorpusOfRun, RunDescription } from '../store/run-description.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { unknownName } from '../util/did-you-mean.ts';
import { AssayError } from '../util/error.ts';
import { groupBy } from '../util/group-by.ts';
import { readablePath } from '../util/readable-path.ts';

/** One extractor on one corpus. */
export interface ExtractorExplanation extends ExplainedPages {
  readonly corpus: string;
  readonly extractor: string;
}

/** A run of tokens of a class, from the page on which the class cost most. */
export interface ClassExample {
  readonly class: SurplusClass | MissingClass;
  readonly page: string;
  readonly text: string;
  /** The element, where the page has one. */
  readonly path?: string;
}

/** The pages of one slice, such as kind `news` or a site. */
export interface SliceExplanation extends ExplainedPages {
  /** `site`, or what the corpus groups its pages by. */
  readonly slice: string;
  readonly value: string;
}

/** What `assay explain RUN EXTRACTOR` says of a corpus. */
export interface DetailedExplanation extends ExtractorExplanation {
  readonly examples: readonly ClassExample[];
  readonly slices: readonly SliceExplanation[];
}

/** One page of one extractor. */
export interface ExplainedRunPage {
  readonly run: string;
  readonly corpus: string;
  readonly extractor: string;
  readonly page: string;
  /** Why there is no extraction; absent where there is one. */
  readonly failure?: FailureKind;
  readonly metrics: MetricScores;
  readonly explanation: PageExplanation;
}

/** A run with its corpora, which are opened when they are needed. */
export class ExplainedRun {
  readonly #folder: string;
  readonly #description: RunDescription;
  readonly #loaded: LoadedConfig;
  readonly #corpora: readonly (readonly [CorpusOfRun, string | Corpus])[];
  readonly #policy: Policy;
  readonly #opened = new Map<string, Promise<Corpus>>();
  readonly #pages = new Map<string, Promise<PreparedPage>>();

  private constructor(
    folder: string,
    description: RunDescription,
    loaded: LoadedConfig,
    corpora: readonly (readonly [CorpusOfRun, string | Corpus])[],
  ) {
    this.#folder = folder;
    this.#description = description;
    this.#loaded = loaded;
    this.#corpora = corpora;
    this.#policy = choosePolicy(loaded, description.ownPolicy ?? description.policy);
  }

  /** @param chosen names of corpora of the run, which choose among them; anything else is where one lies now */
  static async open(
    folder: string,
    loaded: LoadedConfig,
    chosen: readonly (string | Corpus)[] | undefined,
  ): Promise<ExplainedRun> {
    const description = await readDescription(folder);
    // A name that the configuration still has is taken before the source that it stood for.
    const all = description.corpora.map((corpus) => {
      const isKnown = entryOf(loaded.config.corpora, corpus.name) !== undefined;
      return [corpus, isKnown ? corpus.name : corpus.source] as const;
    });
    if (chosen === undefined) return new ExplainedRun(folder, description, loaded, all);
    const names = new Set(chosen.map((each) => (typeof each === 'string' ? each : each.name)));
    const named = all.filter(([{ name }]) => names.has(name));
    const moved = chosen.filter(
      (each) => typeof each !== 'string' || !all.some(([{ name }]) => name === each),
    );
    if (moved.length === 0) return new ExplainedRun(folder, description, loaded, named);
    const opened = await openCorpora(loaded, moved);
    const found = opened.flatMap(({ corpus }) =>
      all.filter(([{ name }]) => name === corpus.name).map(([own]) => [own, corpus] as const),
    );
    return new ExplainedRun(folder, description, loaded, [...named, ...found]);
  }

  has(extractor: string): boolean {
    return this.#description.extractors.some(({ name }) => name === extractor);
  }

  /** @throws AssayError `usage` for a name that no extractor of the run has. */
  refuseStranger(extractor: string): void {
    if (this.has(extractor)) return;
    const names = this.#description.extractors.map(({ name }) => name);
    throw new AssayError(
      'usage',
      `${readablePath(this.#folder)}: ${unknownName('extractor', extractor, names)}`,
    );
  }

  /** Every extractor on every corpus, in the order of the run. */
  async explainAll(): Promise<ExtractorExplanation[]> {
    const journal = await this.#journal(this.#description.extractors.map(({ name }) => name));
    return this.#corpora.flatMap(([corpus]) =>
      this.#description.extractors.flatMap(({ name }) => {
        const lines = journal.filter((line) => line.corpus === corpus.name && line.extractor === name);
        const explained = explainLines(lines, corpus.gold);
        return explained.pages === 0 ? [] : [{ corpus: corpus.name, extractor: name, ...explained }];
      }),
    );
  }

  async explainExtractor(extractor: string): Promise<DetailedExplanation[]> {
    const journal = await this.#journal([extractor]);
    const all: DetailedExplanation[] = [];
    for (const [corpus] of this.#corpora) {
      const lines = journal.filter((line) => line.corpus === corpus.name && line.extractor === extractor);
      const explained = explainLines(lines, corpus.gold);
      if (explained.pages === 0) continue;
      const { pages } = await this.#openCorpus(corpus.name);
      const examples = await this.#examples(explained, lines);
      all.push({
        corpus: corpus.name,
        extractor,
        ...explained,
        examples,
        slices: slicesOf(lines, pages, corpus),
      });
    }
    return all;
  }

  async explainPage(
    extractor: string,
    page: string,
  ): Promise<ExplainedRunPage & { readonly input: ScoringInput }> {
    const names = this.#corpora.map(([{ name }]) => name);
    const line = await findLine(this.#folder, names, extractor, page);
    if (line.status === 'skipped') {
      throw new AssayError(
        'usage',
        `${extractor} skipped ${line.page}: ${line.reason}; there is nothing to explain`,
      );
    }
    const { input, explained } = await this.#prepare(line);
    this.#refuseChanged(line, input.scores(CHECKED));
    return {
      run: readablePath(this.#folder),
      corpus: line.corpus,
      extractor,
      page: line.page,
      ...(line.status === 'failed' && { failure: line.failure }),
      metrics: line.metrics,
      explanation: explainPage(input, explained),
      input,
    };
  }

  /** The lines of extractors, each explained. */
  async #journal(extractors: readonly string[]): Promise<JournalLine[]> {
    const { journal } = await readRun(this.#folder);
    const lines: JournalLine[] = [];
    const goldOf = new Map(this.#corpora.map(([{ name, gold }]) => [name, gold]));
    for (const line of journal) {
      const gold = goldOf.get(line.corpus);
      if (gold === undefined || !extractors.includes(line.extractor)) continue;
      if (line.status === 'skipped' || !lacksExplanation(line, gold)) lines.push(line);
      else {
        await this.#openCorpus(line.corpus);
        const { input, explained } = await this.#prepare(line);
        lines.push({ ...line, explained: explanationCounts(input, explained, gold) });
      }
    }
    return lines;
  }

  async #prepare(
    line: JournalLine,
  ): Promise<{ readonly input: ScoringInput; readonly explained: ExplainedPage }> {
    const key = journalKey({ ...line, extractor: isUnscorable(line) ? 'none' : '' });
    const known = this.#pages.get(key) ?? this.#preparePage(line);
    // Only the last: lines of one page follow each other where extractors are few, and pages are large.
    this.#pages.clear();
    this.#pages.set(key, known);
    const { gold, explained } = await known;
    return { input: new ScoringInput(gold, await readExtraction(this.#folder, line)), explained };
  }

  async #preparePage(line: JournalLine): Promise<PreparedPage> {
    const { corpus, page } = line;
    const labelled = await this.#readPage(corpus, page);
    if (labelled === undefined) throw this.#changed(corpus, `it has no page ${page}`);
    const gold = new PreparedGold(labelled.gold, this.#policy);
    if (isUnscorable(line)) {
      // What took too long then would do so again.
      const nothing = { ...labelled.page, bytes: new Uint8Array() };
      return { gold, explained: new ExplainedPage(pageToDocument(nothing), gold) };
    }
    return { gold, explained: new ExplainedPage(pageToDocument(labelled.page), gold) };
  }

  async #readPage(corpus: string, id: string): Promise<LabelledPage | undefined> {
    const opened = await this.#opened.get(corpus);
    const reference = opened?.pages.find((page) => page.id === id);
    if (opened !== undefined && reference !== undefined) return opened.read(reference);
    const [, source] = this.#corpora.find(([{ name }]) => name === corpus)!;
    return readOnePage(this.#loaded, source, id);
  }

  #openCorpus(name: string): Promise<Corpus> {
    const [, source] = this.#corpora.find(([corpus]) => corpus.name === name)!;
    const opened =
      this.#opened.get(name) ?? openCorpora(this.#loaded, [source]).then(([first]) => first!.corpus);
    this.#opened.set(name, opened);
    return opened;
  }

  /** What is explained is what was scored: the counts are those of the journal. */
  #refuseChanged(line: Exclude<JournalLine, { status: 'skipped' }>, metrics: MetricScores): void {
    for (const { name } of CHECKED) {
      const [then, now] = [line.metrics[name]?.counts, metrics[name]?.counts];
      if (then === undefined) continue;
      const differs = Object.keys(then).some((count) => then[count] !== now?.[count]);
      if (differs) throw this.#changed(line.corpus, `${line.page} is scored differently now`);
    }
  }

  #changed(corpus: string, found: string): AssayError {
    const fix = 'take the corpus as it was (--corpus PATH), or make the run again';
    return new AssayError(
      'bad-input',
      `${readablePath(this.#folder)}: the corpus ${corpus} has changed since (${found}); ${fix}`,
    );
  }

  /** For each of the costliest classes the longest run of the page on which it cost most. */
  async #examples({ classes }: ExplainedPages, lines: readonly JournalLine[]): Promise<ClassExample[]> {
    const examples: ClassExample[] = [];
    for (const { class: name } of classes.slice(0, MOST_EXAMPLES)) {
      const line = lines.toSorted(
        (a, b) => costOf(b, name) - costOf(a, name) || compareCodeUnits(a.page, b.page),
      )[0]!;
      const { input, explained } = await this.#prepare(line);
      const { surplus, missing, segments: snippets } = explainPage(input, explained);
      const longest = [
        ...surplus,
        ...missing,
        ...snippets.map((each) => ({ ...each, tokens: each.text.length })),
      ]
        .filter((run) => run.class === name)
        .toSorted((a, b) => b.tokens - a.tokens)[0];
      if (longest === undefined) continue;
      const { text, place } = longest;
      examples.push({
        class: name,
        page: line.page,
        text,
        ...(place?.path !== undefined && { path: place.path }),
      });
    }
    return examples;
  }
}

function isUnscorable(line: JournalLine): boolean {
  return line.status === 'failed' && line.failure === 'unscorable';
}

/** The metrics that are worked out once more: what is explained has to be what was scored. */
const CHECKED = [tokens, segments];

/** Examples are looked up for so many classes. */
const MOST_EXAMPLES = 12;

interface PreparedPage {
  readonly gold: PreparedGold;
  readonly explained: ExplainedPage;
}

function costOf(line: JournalLine, name: SurplusClass | MissingClass): number {
  if (line.status === 'skipped' || line.explained === undefined) return 0;
  const counts: Readonly<Record<string, number | undefined>> = { ...line.explained.missing };
  const surplus: Readonly<Record<string, number | undefined>> = line.explained.surplus;
  return (counts[name] ?? 0) + (surplus[name] ?? 0);
}

/** The sums of every slice of the pages, by slice and value. */
function slicesOf(
  lines: readonly JournalLine[],
  pages: readonly PageReference[],
  { gold }: CorpusOfRun,
): SliceExplanation[] {
  const slices = new Map(pages.map((page) => [page.id, page.slices]));
  const members = lines.flatMap((line) => {
    const known = slices.get(line.page);
    const pairs = known === undefined ? [] : [['site', line.site] as const, ...slicePairs(known)];
    return pairs.map(([slice, value]) => ({ slice, value, line }));
  });
  return [...groupBy(members, ({ slice, value }) => JSON.stringify([slice, value]))]
    .toSorted(([a], [b]) => compareCodeUnits(a, b))
    .map(([, of]) => {
      const { slice, value } = of[0]!;
      const own = of.map(({ line }) => line);
      return { slice, value, ...explainLines(own, gold) };
    })
    .filter((each) => each.pages > 0);
}
