import { Command } from 'commander';
import pc from 'picocolors';
import { loadConfig } from "../config/load-config.js";
import { openExtractors } from "../config/open-extractors.js";
import { KNOWN_EXTRACTORS } from "../extract/catalog/register.js";
import { failuresOf } from "../extract/conformance/known-faults.js";
import { DEFAULT_MEMORY_MB } from "../extract/extractor.js";
import { AssayError } from "../util/error.js";
import { pad, widest } from "../report/columns.js";
import { toJson } from "../util/json.js";
import { ExitCode } from "./exit-code.js";
import { CONFIG_OPTION, positiveInteger, timeLimit } from "./options.js";
/** What a page of the conformance test may take where nobody says otherwise, in milliseconds. */
const TIMEOUT_MS = 30_000;
/** `assay extractors test`: whether an extractor bears what pages will bring. */
export function extractorsTestCommand(setExitCode) {
    return new Command('test')
        .description('Put an extractor through charsets, empty, huge and broken pages; exit code 1 if a case does not hold that it is not known to fail.')
        .argument('<extractor>', 'what assay run --extractor takes')
        .option('--timeout <ms>', `time limit for one page (default: ${TIMEOUT_MS})`, timeLimit)
        .option('--memory <mb>', `memory limit with all that it starts (default: ${DEFAULT_MEMORY_MB})`, positiveInteger)
        .option(...CONFIG_OPTION)
        .option('--json', 'print the cases as JSON')
        .action(async (name, _options, command) => {
        // The options of `extractors`, which have the same names, take what stands behind `test` as well.
        const holds = await test(name, command.optsWithGlobals());
        setExitCode(holds ? ExitCode.DONE : ExitCode.REFUSED);
    });
}
async function test(name, options) {
    const [extractor] = await openExtractors(await loadConfig(options.config), [name]);
    if (extractor.driver === 'recorded') {
        throw new AssayError('usage', `${name} is recorded output, which has none of the pages of the test; name the extractor that it came from`);
    }
    // Loaded when it is called for: the other commands need none of it.
    const { checkConformance } = await import("../extract/conformance/check-conformance.js");
    const limits = {
        timeoutMs: options.timeout ?? TIMEOUT_MS,
        memoryMb: options.memory ?? DEFAULT_MEMORY_MB,
    };
    const cases = await checkConformance(extractor, limits);
    const { version, source } = extractor;
    // A configured extractor is its own, whatever its name.
    const { cannot = [] } = KNOWN_EXTRACTORS.find((known) => known.name === source) ?? {};
    if (options.json) {
        const about = { name: extractor.name, version, cannot, cases };
        process.stdout.write(toJson({ schema: 'assay/conformance@1', ...about }));
    }
    else
        printCases(`${extractor.name} ${version}`, cases, cannot);
    return failuresOf(cases, cannot).unknown.length === 0;
}
function printCases(title, cases, cannot) {
    console.log(pc.bold(title));
    const width = widest(cases.map(({ name }) => name));
    for (const { name, claim, holds, problems } of cases) {
        console.log(`  ${holds ? pc.green('holds') : pc.red('fails')}  ${pad(name, width)}  ${claim}`);
        const why = holds ? undefined : cannot.find((fault) => fault.case === name)?.why;
        const lines = [...problems, ...(why === undefined ? [] : [`known: ${why}`])];
        for (const line of lines)
            console.log(`         ${' '.repeat(width)}  ${pc.red(line)}`);
    }
    printVerdict(cases, cannot);
}
function printVerdict(cases, cannot) {
    const { known, unknown } = failuresOf(cases, cannot);
    if (unknown.length > 0)
        console.log(pc.red(`${unknown.length + known.length} of ${cases.length} cases fail`));
    else if (known.length > 0) {
        console.log(pc.green(`every case holds but ${known.join(', ')}, which it is known to fail`));
    }
    else
        console.log(pc.green('every case holds'));
}
