/**
 * The library: what an extractor's repository imports. Everything that is here keeps its name and its meaning;
 * what is not here may change from one version to the next.
 */

// What an extractor's repository writes.
export { defineExtractor } from './extract/define-extractor.ts';
export type {
  ExtractorAnswer,
  ExtractorDefinition,
  ExtractorInput,
  HtmlInput,
  TextInput,
} from './extract/define-extractor.ts';
export { defineConfig } from './config/define-config.ts';
export type {
  AssayConfig,
  CommandEntry,
  ExtractorEntry,
  HttpEntry,
  ModuleEntry,
  NamedModule,
  PolicyEntry,
  RunDefaults,
  SecretHeader,
} from './model/config.ts';

// What a program calls.
export { bisect, compare, complementarity, gate, mergeShards } from './library/commands.ts';
export { openCorpus, reportRun, run, scoreRun, suspectGold } from './library/commands.ts';
export type { ReadRunSettings } from './library/run-pages.ts';
export type { SuspectGold } from './library/suspects.ts';
export type { Complementarity, Contribution, PairYield } from './analyse/complementarity.ts';
export type { Suspect } from './analyse/suspects.ts';
export type { Voice } from './analyse/voices.ts';
export type { Bisected } from './library/bisect/bisect.ts';
export type { GateResult } from './library/gate/gate.ts';
export type { Verdict as GateVerdict } from './gate/verdict.ts';
export type {
  BisectSettings,
  GateSettings,
  MergeSettings,
  ReportRunSettings,
  RunSettings,
  ScoreSettings,
  Tried,
} from './library/settings.ts';
export type { Comparisons } from './library/compare.ts';
export { score } from './library/score.ts';
export type { ScoreOptions } from './library/score.ts';
export { decodePage } from './document/decode.ts';
export type { PageBytes } from './document/decode.ts';
export { explain } from './library/explain.ts';
export type { PageToExplain } from './library/explain.ts';
export { METRICS } from './score/metrics/register.ts';
export type { Metric } from './score/metric.ts';
export { RunStopped } from './run/run-stopped.ts';
export { AssayError } from './util/error.ts';
export type { AssayErrorCode } from './util/error.ts';

// A reporter.
export type { FinishedRun, Reporter } from './report/reporter.ts';
export type { ReportSettings } from './report/open-reporters.ts';
export type { RunResult, StartedRun } from './run/finish-run.ts';

// An explanation.
export type {
  AlteredText,
  BlockExplanation,
  ExplanationCounts,
  FieldExplanation,
  FieldPlace,
  MissingRun,
  PageExplanation,
  RunPlace,
  SegmentExplanation,
  SurplusRun,
} from './explain/explanation.ts';
export { ALTERATIONS, MISSING_CLASSES, SURPLUS_CLASSES, VERDICTS } from './explain/classes.ts';
export type { Alteration, MissingClass, Position, SurplusClass, Verdict } from './explain/classes.ts';
export type { AlignmentCounts, TokenRange } from './align/alignment.ts';

// The data.
export { valueOf } from './model/score.ts';
export { POLICIES } from './model/policy.ts';
export type { Policy, PolicyName, Role } from './model/policy.ts';
export type {
  Corpus,
  Difficulty,
  GoldForm,
  LabelledPage,
  Media,
  Page,
  PageReference,
  Slices,
} from './model/page.ts';
export type {
  BodyEntry,
  BoilerplateBlock,
  Cell,
  Comment,
  CommentEntry,
  DefinitionListBlock,
  Gold,
  GoldAbout,
  GoldBlock,
  GoldMetadata,
  ListBlock,
  Post,
  Segments,
  TableBlock,
  TextBlock,
} from './model/gold.ts';
export type { FilePlace, GoldKey, GoldPath, GoldPlaces } from './model/gold-path.ts';
export type { GoldBlockText, GoldBoilerplateText, GoldText } from './model/gold-text.ts';
export type { BlockKind, BoilerplateCategory, PageKind, Trait } from './model/vocabulary.ts';
export type { NetworkAccess } from './model/network.ts';
export type { Extraction, FailureKind, Outcome } from './model/extraction.ts';
export type { Block, Container, Document, GoldDocument, GoldLeaf, TableCell } from './model/document.ts';
export type { Aggregate, Estimate, Figure, MetricScores, PageScore, UndefinedReason } from './model/score.ts';
export type { JournalKey, JournalLine } from './store/journal-line.ts';
export type { Machine, RunDescription, RunOptions, Shard } from './store/run-description.ts';
export type {
  NeighbourComparison,
  RunMemory,
  RunTime,
  Summary,
  SummaryEntry,
  WorstPage,
} from './store/summary-file.ts';
export type { ComparedFigure, ComparedPage, PairComparison } from './analyse/compare.ts';
export type { FieldComparison, FieldPage } from './analyse/compare-field.ts';
export type { ClassChange } from './explain/class-changes.ts';
export type { Problem, ProblemCode, RuleName } from './model/problem.ts';
export type { JsonObject, JsonValue } from './util/json.ts';
