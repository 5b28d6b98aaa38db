import { join } from 'node:path';
import { choosePolicy } from "../config/choice.js";
import { loadConfig } from "../config/load-config.js";
import { openCorpora } from "../config/open-corpora.js";
import { defined } from "../util/defined.js";
import { readablePath } from "../util/readable-path.js";
import { AssayError } from "../util/error.js";
import { markdownReport } from "../report/markdown.js";
import { readRun, refuseLostExtractions, refuseUnfinished } from "../store/read-run.js";
import { rescore } from "../run/rescore.js";
import { selectMetrics } from "../score/metrics/register.js";
import { settingsOfRun } from "./settings-of-run.js";
import { writeWhole } from "../util/write-whole.js";
/**
 * Scores a finished run again under other metrics or another policy, as `assay score` does, and leaves a run folder.
 *
 * @throws AssayError `bad-input` if there is no run, something in it was lost, or a corpus has changed since; `usage` if it is not finished.
 */
export async function scoreRun(folder, asked = {}) {
    const record = await readRun(folder);
    refuseUnfinished(record);
    await refuseLostExtractions(record);
    const loaded = await loadConfig(asked.config);
    const settings = await settingsOfRun(folder, asked, loaded);
    const corpora = (await openCorpora(loaded, settings.corpora)).map(({ corpus }) => corpus);
    refuseOthers(record, corpora);
    asked.onStart?.(record.journal.length);
    const result = await rescore({
        record,
        corpora,
        policy: choosePolicy(loaded, settings.policy),
        metrics: selectMetrics(settings.metrics),
        ...defined({ out: asked.out, onPage: asked.onPage }),
    });
    await writeWhole(join(result.folder, 'report.md'), markdownReport(result));
    return result;
}
function refuseOthers({ folder, description }, corpora) {
    for (const { name, digest } of description.corpora) {
        const now = corpora.find((corpus) => corpus.name === name);
        if (now?.digest === digest)
            continue;
        const what = now === undefined ? 'is not among the corpora given' : 'has changed since';
        const mend = 'the run can only be scored against the gold that it ran over';
        throw new AssayError('bad-input', `the corpus ${name} of ${readablePath(folder)} ${what}; ${mend}`);
    }
}
