import { FEWEST_VOICES, mostSuspiciousFirst, suspectsOf } from '../analyse/suspects.ts';
import type { Suspect } from '../analyse/suspects.ts';
import { voicesOf } from '../analyse/voices.ts';
import type { Voice } from '../analyse/voices.ts';
import { pageToDocument } from '../document/page-document.ts';
import { ExplainedPage } from '../explain/explained-page.ts';
import { AssayError } from '../util/error.ts';
import { readablePath } from '../util/readable-path.ts';
import { openRunToRead, readRunPages } from './run-pages.ts';
import type { ReadRunSettings } from './run-pages.ts';

/** Gold that may be wrong, by what the extractors of a run returned. */
export interface SuspectGold {
  /** The independent voices of each corpus. */
  readonly corpora: readonly { readonly corpus: string; readonly voices: readonly Voice[] }[];
  /** The most suspicious first. */
  readonly suspects: readonly Suspect[];
}

/**
 * Lists the text on which several independent extractors of a run agree with each other against the gold; baselines aside.
 *
 * @throws AssayError `usage` where no corpus has three independent voices; `bad-input` for a corpus that has changed.
 */
export async function suspectGold(run: string, settings: ReadRunSettings = {}): Promise<SuspectGold> {
  const { record, corpora, policy, extractors, pages } = await openRunToRead(run, settings);
  const heard: { readonly corpus: string; readonly voices: readonly Voice[] }[] = [];
  const suspects: Suspect[] = [];
  for (const corpus of corpora) {
    const { gold: form } = record.description.corpora.find(({ name }) => name === corpus.name)!;
    const lines = record.journal.filter(
      (line) => line.corpus === corpus.name && extractors.includes(line.extractor),
    );
    const voices = voicesOf(lines, form);
    heard.push({ corpus: corpus.name, voices });
    if (voices.length < FEWEST_VOICES) continue;
    for await (const { labelled, gold, inputs } of readRunPages(record, corpus, policy, voices.flat())) {
      const said = voices.flatMap((voice) => voice.flatMap((name) => inputs.get(name) ?? [])[0] ?? []);
      let explained: ExplainedPage | undefined;
      const explain = (): ExplainedPage =>
        (explained ??= new ExplainedPage(pageToDocument(labelled.page), gold));
      const { id } = labelled.page;
      for (const suspect of suspectsOf({ corpus: corpus.name, page: id, gold, voices: said, explain }))
        suspects.push(suspect);
      settings.onPage?.(id, pages);
    }
  }
  if (heard.every(({ voices }) => voices.length < FEWEST_VOICES)) {
    const counts = heard.map(({ corpus, voices }) => `${voices.length} on ${corpus}`).join(', ');
    const who =
      'extractors of which two thirds of the output and half of the gold are right, those with nearly the same output as one';
    throw new AssayError(
      'usage',
      `gold is suspected by ${FEWEST_VOICES} independent extractors at least; ${readablePath(record.folder)} has ${counts} (${who}); run more`,
    );
  }
  return { corpora: heard, suspects: mostSuspiciousFirst(suspects) };
}
