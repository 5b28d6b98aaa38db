import { NO_VALUE, formatCount, signed } from '../../report/format.ts';
import { plain, share } from './format.ts';
import { choose, chosen, report, sinceEarlier } from './state.ts';

/** A probability of chance, which is never 0. */
export function chance(p: number): string {
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}

/** Every extractor of an earlier run, before and after. */
export function SinceEarlier() {
  const { beside } = report.value!;
  const [a, b] = chosen.value;
  if (beside === undefined || sinceEarlier.value.length === 0) return null;
  const sorted = sinceEarlier.value.toSorted(
    (one, other) => Math.abs(other.difference) - Math.abs(one.difference),
  );
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">What changed since {plain(beside.run)}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label="Extractors before and after">
        <table>
          <thead>
            <tr>
              {['extractor', 'before', 'after', 'difference', '95 %', 'p', 'better', 'worse', 'same'].map(
                (head) => (
                  <th scope="col" class={head === 'extractor' ? 'left' : undefined} key={head}>
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ before, after, was, is, difference, better, worse, same, test }) => (
              <tr
                key={after}
                class={a?.entry.name === after && b?.entry.name === before ? 'chosen' : undefined}
              >
                <th scope="row" class="left">
                  <button type="button" class="link" onClick={() => choose({ a: after, b: before })}>
                    {plain(after)}
                  </button>
                </th>
                <td>{share(was)}</td>
                <td>{share(is)}</td>
                <td class={difference < 0 ? 'worse' : difference > 0 ? 'better' : undefined}>
                  {signed(difference)}
                </td>
                <td>
                  {test?.interval === undefined
                    ? NO_VALUE
                    : `${signed(test.interval.low)} to ${signed(test.interval.high)}`}
                </td>
                <td>{test === undefined ? NO_VALUE : chance(test.p)}</td>
                <td>{formatCount(better)}</td>
                <td>{formatCount(worse)}</td>
                <td>{formatCount(same)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="hint">
        By the headline figure on the pages that both runs scored; pages that became better, worse and stayed
        the same. Choose an extractor to see them.
      </p>
    </section>
  );
}
