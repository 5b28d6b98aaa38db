import { MISSING_CLASSES, SURPLUS_CLASSES, VERDICTS } from '../../explain/classes.ts';
import { formatCount, formatNumber } from '../../report/format.ts';
import { plain } from './format.ts';
import { report } from './state.ts';

/** What the figures were made of, and how they are made again. */
export function About() {
  const { run, corpora, folder } = report.value!;
  const { machine, options } = run;
  const signatures = new Set(
    corpora.flatMap(({ rows }) => rows.flatMap(({ entry }) => Object.values(entry.signatures))),
  );
  return (
    <>
      <h1>About this run</h1>
      <dl class="facts">
        <Fact title="Run">{`${plain(folder)}${run.label === undefined ? '' : `, labelled ${plain(run.label)}`}, begun ${run.started}`}</Fact>
        <Fact title="Assay">{run.assay}</Fact>
        <Fact title="Policy">{plain(run.policy)}</Fact>
        <Fact title="Machine">
          {`${machine.platform} ${machine.arch}, ${plain(machine.cpu)}, ${formatNumber(machine.cores, 'core')}, ${Math.round(machine.memoryBytes / 2 ** 30)} GB, Node ${machine.node}, Unicode ${machine.unicode}`}
        </Fact>
        <Fact title="Limits">
          {`${formatNumber(options.workers, 'worker')}, ${formatCount(options.timeoutMs)} ms and ${formatCount(options.memoryMb)} MB a page`}
        </Fact>
        {run.corpora.map(({ name, version, source, digest, pages, selected }) => (
          <Fact key={name} title="Corpus">
            {`${plain(name)} ${plain(version ?? '')} (${plain(source)}): ${formatCount(selected)} of ${formatNumber(pages, 'page')}, digest ${digest}`}
          </Fact>
        ))}
      </dl>
      <h2>Repeat it</h2>
      <pre tabIndex={0}>{repeatCommand()}</pre>
      <h2>Extractors</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label="Extractors">
        <table class="words">
          <thead>
            <tr>
              {['name', 'version', 'driver', 'named as', 'network', 'fingerprint'].map((head) => (
                <th scope="col" class="left" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {run.extractors.map(({ name, version, driver, source, network, fingerprint }) => (
              <tr key={name}>
                {[name, version, driver, source, network, fingerprint.slice(0, 12)].map((cell, at) => (
                  <td class="left" key={at}>
                    {plain(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>Signatures</h2>
      <p class="hint">
        What each figure is made of. Figures of different signatures are not the same figure.
      </p>
      <pre tabIndex={0}>{[...signatures].map(plain).join('\n')}</pre>
      <h2>Words</h2>
      <Words title="Surplus" words={SURPLUS_CLASSES} />
      <Words title="Missing" words={MISSING_CLASSES} />
      <Words title="Verdicts on a page" words={VERDICTS} />
    </>
  );
}

function Fact({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Words({
  title,
  words,
}: {
  readonly title: string;
  readonly words: Readonly<Record<string, string>>;
}) {
  return (
    <details>
      <summary>{title}</summary>
      <dl class="facts">
        {Object.entries(words).map(([word, meaning]) => (
          <Fact key={word} title={word}>
            {meaning}
          </Fact>
        ))}
      </dl>
    </details>
  );
}

/** A command that would run the same again, for a shell. */
function repeatCommand(): string {
  const { corpora, extractors, policy, metrics, options } = report.value!.run;
  const {
    pages,
    kinds = [],
    languages = [],
    traits = [],
    splits = [],
    limit,
    timeoutMs,
    memoryMb,
    workers,
  } = options;
  const given: (readonly [string, string | number | undefined])[] = [
    ...corpora.map(({ source }) => ['--corpus', source] as const),
    ...extractors.map(({ source }) => ['--extractor', source] as const),
    ['--policy', policy.replace(/@.*$/u, '')],
    ...metrics.map((metric) => ['--metric', metric.replace(/@\d+$/u, '')] as const),
    ['--pages', pages],
    ...kinds.map((kind) => ['--kind', kind] as const),
    ...languages.map((language) => ['--language', language] as const),
    ...traits.map((trait) => ['--trait', trait] as const),
    ...splits.map((split) => ['--split', split] as const),
    ['--limit', limit],
    ['--timeout', timeoutMs],
    ['--memory', memoryMb],
    ['--workers', workers],
  ];
  const words = given.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${quoted(plain(String(value)))}`],
  );
  return ['assay run', ...words].join(' \\\n  ');
}

function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
