import { join } from 'node:path';
import { defined } from "../util/defined.js";
import { finishRun } from "./finish-run.js";
import { journalKey, readExtractions } from "../store/extractions.js";
import { Journal } from "../store/journal.js";
import { metricLabel, isAssays, policyLabel } from "../analyse/labels.js";
import { createRunFolder } from "../store/run-folder.js";
import { encodingOf, scoreOutcome } from "./score-page.js";
import { plainScorer } from "./scoring/scorer.js";
import { toJson } from "../util/json.js";
import { writeWhole } from "../util/write-whole.js";
/**
 * Scores what the extractors of a run returned once more, under other metrics or another policy; no extractor runs.
 * What comes of it is a run folder like any other, with the same extractions, times and failures.
 */
export async function rescore({ record, corpora, policy, metrics, out, onPage, }) {
    const description = describe(record.description, policy, metrics);
    const folder = await createRunFolder(description, out);
    await writeWhole(join(folder, 'run.json'), toJson(description));
    const pages = new LabelledPages(corpora);
    const waiting = new Map(record.journal.map((line) => [journalKey(line), line]));
    const scorer = plainScorer(policy, metrics);
    const journal = await Journal.create(folder);
    const lines = [];
    const add = async (line, outcome) => {
        const { corpus, extractor, page, site } = line;
        const { gold, ...known } = await pages.read(corpus, page);
        const repeats = line.status === 'skipped' ? undefined : line.repeats;
        const scored = await scoreOutcome({ corpus, extractor, page, site, ...known }, gold, { outcome, ...(repeats && { repeats }) }, scorer);
        const extraction = outcome.status === 'extracted' ? outcome.extraction : undefined;
        const written = await journal.append(scored, extraction);
        lines.push(written);
        onPage?.(written);
    };
    try {
        for await (const { extraction, ...key } of readExtractions(record.folder)) {
            const line = waiting.get(journalKey(key));
            if (line?.status !== 'extracted')
                continue;
            waiting.delete(journalKey(key));
            const { ms, memory: memoryMb, cached: isCached } = line;
            await add(line, { status: 'extracted', extraction, ...defined({ ms, memoryMb, isCached }) });
        }
        for (const line of waiting.values())
            if (line.status !== 'extracted')
                await add(line, line);
    }
    finally {
        await journal.close();
    }
    return finishRun(folder, description, lines, metrics);
}
function describe(of, policy, metrics) {
    const { ownPolicy: _before, ...rest } = of;
    return {
        ...rest,
        policy: policyLabel(policy),
        ...(!isAssays(policy) && { ownPolicy: policy }),
        metrics: metrics.map(metricLabel),
    };
}
/** Gold and encoding of every page that was asked for: a page is read once, for all extractors. */
class LabelledPages {
    #corpora;
    #read = new Map();
    constructor(corpora) {
        this.#corpora = new Map(corpora.map((corpus) => [corpus.name, corpus]));
    }
    read(corpusName, id) {
        const key = JSON.stringify([corpusName, id]);
        const known = this.#read.get(key);
        if (known !== undefined)
            return known;
        const reading = this.#readNow(this.#corpora.get(corpusName), id);
        this.#read.set(key, reading);
        return reading;
    }
    async #readNow(corpus, id) {
        const { page, gold } = await corpus.read(corpus.pages.find((each) => each.id === id));
        return { gold, ...encodingOf(page) };
    }
}
