import { plain, share } from './format.ts';
import { cellsFor, choose, corpus, linkTo, place } from './state.ts';

/** Every extractor on the pages of every slice. */
export function HeatMap() {
  const { slices, rows, headline, figures } = corpus.value;
  const kinds = [...new Set(slices.map(({ slice }) => slice))];
  const by = kinds.find((kind) => kind === place.value.choices.by) ?? kinds[0];
  if (by === undefined) return null;
  const columns = slices
    .filter(({ slice }) => slice === by)
    .map((column) => ({ ...column, most: Math.max(...column.pages) }));
  const title = figures.find(([name]) => name === headline)?.[1] ?? headline;
  return (
    <section aria-labelledby="slices">
      <h2 id="slices">{title} by slice</h2>
      <p>
        <label>
          Pages by{' '}
          <select value={by} onChange={({ currentTarget }) => choose({ by: currentTarget.value })}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kind}
              </option>
            ))}
          </select>
        </label>
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-label={`${title} by ${by}`}>
        <table class="heat">
          <thead>
            <tr>
              <th scope="col" class="left">
                extractor
              </th>
              {columns.map(({ value, most }) => (
                <th scope="col" key={value}>
                  {plain(value)} <small>{most}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) =>
              cellsFor(row).length === 0 ? null : (
                <tr key={row.entry.name} class={row.entry.baseline ? 'aside' : undefined}>
                  <th scope="row" class="left">
                    {plain(row.entry.name)}
                  </th>
                  {columns.map(({ slice, value, figures: of, pages, most }) => (
                    <td key={value} style={shade(of[index])}>
                      <a href={linkTo('pages', { a: row.entry.name, slice: `${slice}:${value}`, sort: 'a' })}>
                        {share(of[index])}
                        {pages[index] !== 0 && pages[index]! < most && <small> {pages[index]}</small>}
                      </a>
                    </td>
                  ))}
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
      <p class="hint">
        The small number in a heading is that of the pages that a figure below it is over. An extractor that
        was measured on fewer has its own number behind its figure. The stronger the colour, the lower the
        figure; – where there is none.
      </p>
    </section>
  );
}

/** Low figures stand out; the text stays readable on every shade. */
function shade(value: number | null | undefined): string | undefined {
  if (value === null || value === undefined) return undefined;
  const percent = Math.round(Math.min(1, (1 - value) * 1.4) * 45);
  return `background: color-mix(in srgb, var(--loss) ${percent}%, var(--paper))`;
}
