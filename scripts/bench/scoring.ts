import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aggregateWithIntervals } from '../../harness/analyse/intervals.ts';
import { openCorpus } from '../../harness/index.ts';
import { pageToDocument } from '../../harness/document/page-document.ts';
import { explanationCounts, hasLoss } from '../../harness/explain/explain-page.ts';
import { ExplainedPage } from '../../harness/explain/explained-page.ts';
import type { LabelledPage, Page } from '../../harness/model/page.ts';
import { POLICIES } from '../../harness/model/policy.ts';
import type { Metric } from '../../harness/score/metric.ts';
import { selectMetrics } from '../../harness/score/metrics/register.ts';
import { rougeLsum } from '../../harness/score/metrics/rouge-lsum.ts';
import { segments } from '../../harness/score/metrics/segments.ts';
import { shingles } from '../../harness/score/metrics/shingles.ts';
import { PreparedGold } from '../../harness/score/prepared-gold.ts';
import { ScoringInput } from '../../harness/score/scoring-input.ts';
import type { Bench } from './bench-settings.ts';
import { inSeconds } from './findings.ts';
import { aebOutputs, builtInPages, goldText, madeExtractions, readOutputs, recordedRun } from './inputs.ts';
import { assay, command, inProcess, interleave } from './measure.ts';
import type { Cost, Side } from './measure.ts';

const PEERS = fileURLToPath(new URL('./peers.py', import.meta.url));

/** A page with what each of several systems made of it. */
interface Extracted extends Pick<LabelledPage, 'gold'> {
  readonly page: Page;
  readonly texts: readonly string[];
}

/** Scoring recorded outputs, against the scorers of the benchmarks that they come from. */
export async function scoringPart(bench: Bench): Promise<void> {
  const aeb = bench.dataset('aeb');
  if (aeb === undefined)
    bench.findings.skip('the outputs of article-extraction-benchmark', 'they need --data DIR with DIR/aeb');
  const pages = aeb === undefined ? await madePages(bench.quick ? 20 : Infinity) : await aebPages(aeb);
  const named =
    aeb === undefined ? 'made outputs for the built-in corpus' : `${pages[0]!.texts.length} outputs of AEB`;
  await explaining(bench, pages, named);
  if (aeb !== undefined) await againstAeb(bench, pages);
  await againstRouge(bench, pages, named);
  await againstWcxb(bench);
  await onSegments(bench);
}

async function madePages(count: number): Promise<Extracted[]> {
  const pages = (await builtInPages()).slice(0, count);
  return pages.map((each) => ({ ...each, texts: madeExtractions(goldText(each), 8) }));
}

async function aebPages(aeb: string): Promise<Extracted[]> {
  const corpus = await openCorpus(`aeb:${aeb}`, false);
  const pages = await Promise.all(corpus.pages.map((page) => corpus.read(page)));
  const outputs = readOutputs(aebOutputs(aeb));
  return pages.map((each) => ({
    ...each,
    texts: outputs.map((output) => output[each.page.id]?.articleBody ?? ''),
  }));
}

/** Scores every text by metrics, from gold as it was read. */
function scoreAll(pages: readonly Extracted[], metrics: readonly Metric[]): void {
  for (const { gold, texts } of pages) {
    const prepared = new PreparedGold(gold, POLICIES.article);
    for (const text of texts) new ScoringInput(prepared, { text }).scores(metrics);
  }
}

/** What explanation costs beside scoring by the default metrics; the alignment, which both need, counts as scoring. */
async function explaining(bench: Bench, pages: readonly Extracted[], named: string): Promise<void> {
  const metrics = selectMetrics(undefined);
  let inputs: {
    readonly gold: PreparedGold;
    readonly page: Page;
    readonly inputs: readonly ScoringInput[];
  }[] = [];
  const scoring: Side = () =>
    inProcess(() => {
      inputs = pages.map(({ gold: labels, page, texts }) => {
        const gold = new PreparedGold(labels, POLICIES.article);
        const all = texts.map((text) => new ScoringInput(gold, { text }));
        for (const input of all) input.scores(metrics);
        return { gold, page, inputs: all };
      });
    });
  // With what scoring has left: reading and labelling each page once, and the classes of each extraction.
  const explained: Side = () =>
    inProcess(() => {
      for (const each of inputs) {
        const page = new ExplainedPage(pageToDocument(each.page), each.gold);
        for (const input of each.inputs) if (hasLoss(input, 'text')) explanationCounts(input, page, 'text');
      }
    });
  const runs = await interleave([scoring, explained], Math.min(bench.turns, 3));
  const scored = pages.reduce((sum, { texts }) => sum + texts.length, 0);
  bench.findings.amount(`default metrics, a page of ${named}`, 'ms', (ms) => ms / scored, runs, 0);
  // The budget is for many systems, which share what is read of a page.
  const budget = bench.dataset('aeb') === undefined ? undefined : { atMost: 1 };
  bench.findings.ratio(`explanation against scoring by the default metrics, ${named}`, runs, [1, 0], {
    budget,
  });
}

/** AEB's own scorer, as a whole process and scoring alone. */
async function againstAeb(
  { findings, clone, turns, python, folder }: Bench,
  pages: readonly Extracted[],
): Promise<void> {
  const what = "AEB's evaluate.py with 1,000 resamples";
  const aeb = clone('aeb');
  if (aeb === undefined) return findings.skip(what, 'it needs --aeb-clone DIR with evaluate.py');
  let number = 0;
  const run =
    (...more: string[]): Side =>
    () =>
      assay(folder, [...recordedRun({ folder: aeb, outputs: aebOutputs(aeb) }, `aeb-${number++}`), ...more]);
  const theirs: Side = () => command([python, 'evaluate.py'], aeb);
  const few = Math.min(turns, 3);
  const whole = await interleave([run('--metric', 'shingles'), run(), theirs], few);
  const ours = 'as whole processes against evaluate.py';
  findings.ratio(
    `\`assay run --metric shingles\` over ${pages[0]!.texts.length} systems, with \`tokens\` and explanation, ${ours}`,
    whole,
    [0, 2],
    { budget: { atMost: 1 / 15 } },
  );
  findings.ratio(`\`assay run\` with the default metrics and explanation, ${ours}`, whole, [1, 2], {
    budget: { atMost: 1 },
  });
  const sites = pages.map(({ page }) => page.site);
  const alone: Side = () =>
    inProcess(() => {
      const prepared = pages.map(({ gold }) => new PreparedGold(gold, POLICIES.article));
      for (const system of pages[0]!.texts.keys()) {
        const scores = pages.map(({ texts }, index) => ({
          site: sites[index]!,
          score: new ScoringInput(prepared[index]!, { text: texts[system]! }).scores([shingles])['shingles']!,
        }));
        aggregateWithIntervals({ metric: shingles, scores });
      }
    });
  await alone();
  const runs = await interleave([alone, peer(python, 'aeb', aeb)], few);
  findings.ratio(
    '`shingles` with intervals, scoring alone, against evaluate() with 1,000 resamples',
    runs,
    [0, 1],
    { budget: { atMost: 1 / 15 } },
  );
}

/** A scorer in Python; what counts is what it says that scoring took. */
function peer(python: string, ...args: readonly string[]): Side {
  return (): Cost => JSON.parse(command([python, PEERS, ...args], '.').stdout.split('\n')[0]!);
}

async function againstRouge(
  { findings, turns, python, folder, quick }: Bench,
  pages: readonly Extracted[],
  named: string,
): Promise<void> {
  const what = '`rouge-lsum` against rouge-score';
  if (quick) return findings.skip(what, 'it is in Python');
  const has = (): unknown => command([python, '-c', 'import rouge_score'], '.');
  try {
    has();
  } catch {
    return findings.skip(what, 'the package rouge-score is not installed for --python');
  }
  // The whole would take Python minutes.
  const some = pages
    .slice(0, 60)
    .map((page, index) => ({ ...page, texts: [page.texts[index % page.texts.length]!] }));
  const file = join(folder, 'rouge.json');
  writeFileSync(file, JSON.stringify(pairsOf(some)));
  const ours: Side = () => inProcess(() => scoreAll(some, [rougeLsum]));
  await ours();
  const runs = await interleave([ours, peer(python, 'rouge', file)], Math.min(turns, 3));
  findings.ratio(`${what}, ${some.length} texts, ${named}`, runs, [0, 1], { budget: { atMost: 1 / 50 } });
}

function pairsOf(pages: readonly Extracted[]): (readonly [gold: string, text: string])[] {
  return pages.flatMap(({ gold, texts }) => {
    const required = new PreparedGold(gold, POLICIES.article).requiredText;
    return texts.map((text) => [required, text] as const);
  });
}

async function againstWcxb({ findings, dataset, clone, turns, python, folder }: Bench): Promise<void> {
  const what = "`words:optional=kept` against WCXB's evaluate.py";
  const [wcxb, scorer] = [dataset('wcxb'), clone('wcxb')];
  if (wcxb === undefined || scorer === undefined) {
    return findings.skip(what, 'it needs --data DIR with DIR/wcxb, and --wcxb-clone DIR with evaluate.py');
  }
  const pages = await pagesWithTheirText(`wcxb:${wcxb}`);
  const file = join(folder, 'wcxb.json');
  writeFileSync(file, JSON.stringify(pairsOf(pages)));
  // As their scorer does, which knows no optional text; without it ours aligns the page as well.
  const kept = selectMetrics(['words:optional=kept']).filter(({ name }) => name.startsWith('words'));
  const ours: Side = () => inProcess(() => scoreAll(pages, kept));
  await ours();
  const runs = await interleave([ours, peer(python, 'wcxb', scorer, file)], turns);
  findings.ratio(`${what}, scoring alone, all visible text of ${pages.length} pages`, runs, [0, 1]);
}

/** The pages of a dataset, each extracted as all that is visible. */
async function pagesWithTheirText(source: string): Promise<Extracted[]> {
  const corpus = await openCorpus(source, false);
  const pages = await Promise.all(corpus.pages.map((page) => corpus.read(page)));
  return pages.map((each) => {
    const text = pageToDocument(each.page).blocks.map((block) => block.text);
    return { ...each, texts: [text.join('\n')] };
  });
}

async function onSegments({ findings, dataset, turns }: Bench): Promise<void> {
  const trafilatura = dataset('trafilatura');
  if (trafilatura === undefined)
    return findings.skip("`segments` on trafilatura's corpus", 'it needs --data DIR with DIR/trafilatura');
  const pages = await pagesWithTheirText(`trafilatura:${trafilatura}`);
  const runs = await interleave([() => inProcess(() => scoreAll(pages, [segments]))], turns, 1);
  findings.amount(
    `\`segments\`, ${pages.length} pages of trafilatura's corpus with all visible text`,
    's',
    inSeconds,
    runs,
    0,
  );
}
