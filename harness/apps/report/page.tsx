import { signal, useSignalEffect } from '@preact/signals';
import { MISSING_CLASSES, SURPLUS_CLASSES, VERDICTS } from '../../explain/classes.ts';
import type { ExplainedExtraction, OpenedPage } from '../../report/html/opened-page.ts';
import type { Cell, TableRow } from '../../report/html/report-data.ts';
import { openPage } from './data.ts';
import { NO_VALUE, formatMs, formatNumber } from '../../report/format.ts';
import { cut, plain, share } from './format.ts';
import { neighbour } from './keys.ts';
import { MarkedTexts, elementOf } from './marked-text.tsx';
import { ExtractorChoices } from './pages.tsx';
import {
  cellsFor,
  choose,
  chosen,
  corpus,
  extractors,
  linkTo,
  listed,
  place,
  report,
  scoreOf,
  statusOf,
} from './state.ts';

/** The page whose texts are open; `undefined` data: the report does not hold them. */
const opened = signal<{ readonly at: number; readonly data: OpenedPage | undefined } | undefined>(undefined);

/** One page: what each extractor made of it, and why. */
export function Page() {
  const id = place.value.choices.page;
  const index = corpus.value.pages.findIndex((page) => page.id === id);
  const page = corpus.value.pages[index];
  useSignalEffect(() => {
    const wanted = corpus.value.pages.find((each) => each.id === place.value.choices.page)?.at;
    if (wanted === undefined || opened.peek()?.at === wanted) return;
    void openPage(wanted, report.value!.policy).then((data) => (opened.value = { at: wanted, data }));
  });
  if (page === undefined) {
    return (
      <>
        <h1>There is no such page</h1>
        <p>
          The address asks for a page that {plain(corpus.value.name)} does not have: {plain(id ?? 'none')}.{' '}
          <a href={linkTo('pages')}>All pages</a>
        </p>
      </>
    );
  }
  const isOpen = opened.value?.at === page.at;
  const data = isOpen ? opened.value?.data : undefined;
  return (
    <>
      <Steps id={page.id} />
      <h1 class="page-id">{plain(page.id)}</h1>
      <p class="sub">
        {plain(page.site)} {data?.url !== undefined && <span class="url">{plain(data.url)}</span>}{' '}
        <small>{plain(page.slices.join(' '))}</small>
      </p>
      <Standings index={index} />
      <p class="filters">
        <ExtractorChoices />
        <label>
          <input
            type="checkbox"
            checked={place.value.choices.brief === '1'}
            onChange={({ currentTarget }) => choose({ brief: currentTarget.checked ? '1' : '' })}
          />{' '}
          only what differs from gold
        </label>
      </p>
      {page.at === undefined || (isOpen && data === undefined) ? (
        <p class="note">The report does not hold the texts of this page.</p>
      ) : data === undefined ? (
        <p role="status">The texts are being opened …</p>
      ) : (
        <Texts data={data} index={index} />
      )}
    </>
  );
}

function Steps({ id }: { readonly id: string }) {
  const [before, after] = [neighbour(id, -1), neighbour(id, 1)];
  const at = listed.value.findIndex((page) => page.id === id);
  return (
    <nav class="steps" aria-label="Pages of the list">
      <a href={linkTo('pages')}>List</a>
      {before !== undefined && <a href={linkTo('page', { page: before })}>← previous (k)</a>}
      {after !== undefined && <a href={linkTo('page', { page: after })}>next (j) →</a>}
      <small>{at === -1 ? 'not in the list' : `${at + 1} of ${listed.value.length}`}</small>
    </nav>
  );
}

/** Every extractor on this page. */
function Standings({ index }: { readonly index: number }) {
  const { figures } = corpus.value;
  const [a, b] = chosen.value;
  return (
    <div class="scroll standings" tabIndex={0} role="region" aria-label="Extractors on this page">
      <table>
        <thead>
          <tr>
            <th scope="col" class="left">
              extractor
            </th>
            {figures.map(([name, title]) => (
              <th scope="col" key={name}>
                {title}
              </th>
            ))}
            <th scope="col">ms</th>
            <th scope="col" class="left">
              status
            </th>
          </tr>
        </thead>
        <tbody>
          {extractors.value.map((row, at) => {
            const cell = cellsFor(row)[index];
            const { name } = row.entry;
            const side = row === a ? 'a' : row === b ? 'b' : undefined;
            return (
              <tr key={name} class={side === undefined ? undefined : 'chosen'}>
                <th scope="row" class="left">
                  <button
                    type="button"
                    class="link"
                    aria-pressed={side === 'a'}
                    onClick={() => choose({ a: name })}
                  >
                    {plain(name)}
                  </button>{' '}
                  {at < 9 && <kbd>{at + 1}</kbd>}
                </th>
                {figures.map(([figure], column) => (
                  <td key={figure}>{share(cell?.f?.[column])}</td>
                ))}
                <td>{cell?.ms === undefined ? NO_VALUE : formatMs(cell.ms)}</td>
                <td class="left">{statusText(cell)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function statusText(cell: Cell | null | undefined): string {
  const status = skippedText(cell) ?? statusOf(cell);
  return cell?.v === undefined ? status : `${status === 'extracted' ? '' : `${status}: `}${VERDICTS[cell.v]}`;
}

/** That an extractor skipped a page, and why; undefined if it did not. */
function skippedText(cell: Cell | null | undefined): string | undefined {
  if (cell?.s !== 'skipped') return undefined;
  return cell.r === undefined ? 'skipped' : `skipped: ${plain(cell.r)}`;
}

function Texts({ data, index }: { readonly data: OpenedPage; readonly index: number }) {
  const sides = chosen.value.flatMap((row) => {
    if (row === undefined) return [];
    const skipped = skippedText(cellsFor(row)[index]);
    return [{ row, extracted: data.of(row.entry.name), skipped }];
  });
  return (
    <>
      <section aria-labelledby="text">
        <h2 id="text">Text</h2>
        <p class="hint">
          <span class="missing">
            <span class="chip">− class</span>missing
          </span>
          : in gold, did not come out.{' '}
          <span class="surplus">
            <span class="chip">+ class</span>surplus
          </span>
          : came out, not in gold. <span class="neutral">optional</span>: may come out. <code>body[12]</code>:
          a block of gold, counted from 0. <code>beside gold</code>: a paragraph that is in no block of gold.
          Go through the differences by <kbd>n</kbd> and <kbd>N</kbd>.
        </p>
        <MarkedTexts gold={data.gold} sides={sides} isBrief={place.value.choices.brief === '1'} />
      </section>
      <div class="sides">
        {sides.map(({ row, extracted, skipped }) => (
          <section key={row.entry.name} aria-label={`Reasons of ${plain(row.entry.name)}`}>
            <h2>
              {plain(row.entry.name)} <small>{share(scoreOf(cellsFor(row)[index]))}</small>
            </h2>
            <Failure row={row} />
            {skipped !== undefined && <p class="note">{skipped}</p>}
            {extracted !== undefined && <Reasons {...extracted} />}
          </section>
        ))}
      </div>
    </>
  );
}

function Failure({ row }: { readonly row: TableRow }) {
  const failure = corpus.value.failures.find(
    ({ extractor, page }) => extractor === row.entry.name && page === place.value.choices.page,
  );
  if (failure === undefined) return null;
  return (
    <p class="note">
      Failed: {failure.kind}. {plain(failure.message)}{' '}
      <a href={linkTo('failures', { a: row.entry.name })}>All failures</a>
    </p>
  );
}

/** A cell that is not broken, such as a date or an address in gold. */
const LONGEST_WHOLE = 30;

/** So much of a text that stands elsewhere too. */
const LONGEST_QUOTE = 300;

function Reasons({ surplus, missing, segments, blocks, fields, metrics }: ExplainedExtraction) {
  const runs = [
    ...missing.map(({ class: name, tokens, gold, cameOutAs, ...run }) => {
      const more = cameOutAs === undefined ? '' : ` (came out as “${cut(cameOutAs, LONGEST_QUOTE)}”)`;
      return { tokens: `−${tokens}`, words: `${name}: ${MISSING_CLASSES[name]}${more}`, gold, run };
    }),
    ...surplus.map(({ class: name, tokens, gold, alteration, ...run }) => {
      const more =
        alteration === undefined ? '' : ` (${alteration.kind}: ${cut(alteration.from, LONGEST_QUOTE)})`;
      return { tokens: `+${tokens}`, words: `${name}: ${SURPLUS_CLASSES[name]}${more}`, gold, run };
    }),
  ];
  return (
    <>
      <h3>Why</h3>
      {runs.length === 0 && segments.length === 0 && <p>Nothing is surplus, nothing is missing.</p>}
      {runs.length > 0 && (
        <Rows
          heads={['tokens', 'class', 'gold', 'element']}
          rows={runs.map(({ tokens, words, gold = '', run }) => [tokens, words, gold, elementOf(run) ?? ''])}
        />
      )}
      {segments.length > 0 && (
        <Rows
          heads={['snippet', 'class', 'element', 'text']}
          rows={segments.map(({ fault, class: name, place: at, text }) => [
            fault,
            name,
            at?.path ?? '',
            text,
          ])}
        />
      )}
      <h3>Metadata</h3>
      {fields.length === 0 ? (
        <p>Gold has no labelled field that this extractor could return.</p>
      ) : (
        <Rows
          heads={['field', '', 'gold', 'returned', 'the page has it in']}
          rows={fields.map(({ field, isRight, gold, returned, standsIn }) => [
            field,
            isRight ? '✓ right' : '✗ wrong',
            gold,
            returned ?? NO_VALUE,
            standsIn.map(({ kind, path }) => (path === undefined ? kind : `${kind} (${path})`)).join(', '),
          ])}
        />
      )}
      {blocks.length > 0 && (
        <details>
          <summary>Structure: {formatNumber(blocks.length, 'block')} not as in gold</summary>
          <Rows
            heads={['gold', 'kind', 'fault']}
            rows={blocks.map(({ gold, kind, fault, cameOutAs }) => [
              gold,
              kind,
              cameOutAs === undefined ? fault : `${fault}: came out as ${cameOutAs}`,
            ])}
          />
        </details>
      )}
      <details>
        <summary>All metrics</summary>
        <Rows heads={['metric', 'figures']} rows={metrics} />
      </details>
    </>
  );
}

function Rows({
  heads,
  rows,
}: {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={heads.filter(Boolean).join(', ')}>
      <table class="words">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" class="left" key={head}>
                {head === '' ? <span class="unseen">verdict</span> : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td class={cell.length > LONGEST_WHOLE ? 'left' : 'left whole'} key={column}>
                  {plain(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
