import { choosePolicy, entryOf } from '../config/choice.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { openCorpora } from '../config/open-corpora.ts';
import type { Corpus } from '../model/page.ts';
import { finishedRun } from '../report/reporter.ts';
import type { FinishedRun, PageReader } from '../report/reporter.ts';
import type { RunResult } from '../run/finish-run.ts';
import type { CorpusOfRun } from '../store/run-description.ts';
import { AssayError } from '../util/error.ts';

/** Reads pages of corpora that are open. */
export function readerOf(corpora: readonly Corpus[]): PageReader {
  const known = new Map(
    corpora.map((corpus) => [corpus, new Map(corpus.pages.map((page) => [page.id, page]))] as const),
  );
  return async (name, id) => {
    const corpus = corpora.find((each) => each.name === name);
    const reference = corpus && known.get(corpus)?.get(id);
    return reference && corpus?.read(reference);
  };
}

/**
 * A finished run of which nothing is open. Its corpora are opened where they lay when a reporter first asks for a page; one
 * that is gone or has changed since has no pages.
 *
 * @throws AssayError `usage` for a policy of the user's own that the run does not hold and the configuration lacks.
 */
export function reopened(result: RunResult, loaded: LoadedConfig): FinishedRun {
  const { policy, ownPolicy, corpora } = result.description;
  let reader: Promise<PageReader> | undefined;
  return finishedRun(result, choosePolicy(loaded, ownPolicy ?? policy), async (corpus, id) => {
    reader ??= openSame(loaded, corpora).then(readerOf);
    return (await reader)(corpus, id);
  });
}

/** Those that are still what they were. */
async function openSame(loaded: LoadedConfig, described: readonly CorpusOfRun[]): Promise<Corpus[]> {
  const opened = described.map(async ({ name, source, digest }) => {
    const named = entryOf(loaded.config.corpora, name) === undefined ? source : name;
    try {
      const [found] = await openCorpora(loaded, [named]);
      return found?.corpus.digest === digest ? [{ ...found.corpus, name }] : [];
    } catch (error) {
      if (error instanceof AssayError) return [];
      throw error;
    }
  });
  return (await Promise.all(opened)).flat();
}
