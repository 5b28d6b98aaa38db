import type { FailureRow } from '../../report/html/report-data.ts';
import { formatNumber } from '../../report/format.ts';
import { plain, plainLines } from './format.ts';
import { choose, corpus, linkTo, place } from './state.ts';

/** Failed pages shown of each kind. */
const SHOWN = 100;

/** What failed, by kind, with what the extractor said. */
export function Failures() {
  const { a } = place.value.choices;
  const all = corpus.value.failures;
  const names = [...new Set(all.map(({ extractor }) => extractor))];
  const only = names.find((name) => name === a);
  const shown = only === undefined ? all : all.filter(({ extractor }) => extractor === only);
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  return (
    <>
      <h1>Failures</h1>
      {all.length === 0 && <p>No extractor failed on any page.</p>}
      {names.length > 1 && (
        <p class="filters">
          <label>
            Extractor{' '}
            <select value={only ?? ''} onChange={({ currentTarget }) => choose({ a: currentTarget.value })}>
              <option value="">all that failed</option>
              {names.map((name) => (
                <option key={name} value={name}>
                  {plain(name)}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
      {kinds.map((kind) => (
        <Kind key={kind} kind={kind} failures={shown.filter((each) => each.kind === kind)} />
      ))}
    </>
  );
}

function Kind({ kind, failures }: { readonly kind: string; readonly failures: readonly FailureRow[] }) {
  return (
    <section aria-labelledby={`kind-${kind}`}>
      <h2 id={`kind-${kind}`}>
        {kind}: {formatNumber(failures.length, 'page')}
      </h2>
      <ul class="failures">
        {failures.slice(0, SHOWN).map(({ extractor, page, message, stack, output }) => (
          <li key={`${extractor} ${page}`}>
            <a href={linkTo('page', { page, a: extractor })}>{plain(page)}</a> {plain(extractor)}
            <p>{plain(message)}</p>
            {stack !== undefined && <Words title="Where it threw" text={stack} />}
            {output !== undefined && <Words title="What the extractor wrote" text={output} />}
          </li>
        ))}
      </ul>
      {failures.length > SHOWN && <p>{failures.length - SHOWN} more in results.jsonl</p>}
    </section>
  );
}

function Words({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <details>
      <summary>{title}</summary>
      <pre tabIndex={0}>{plainLines(text)}</pre>
    </details>
  );
}
