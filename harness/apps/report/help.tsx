import { useLayoutEffect, useRef } from 'preact/hooks';

/** Every key with what it does, in the order of this list. */
const KEYS: readonly (readonly [keys: readonly string[], meaning: string])[] = [
  [['?'], 'this help'],
  [['/'], 'search pages'],
  [['j', 'k'], 'next and previous page of the list'],
  [['Enter'], 'open the page that is marked in the list'],
  [['n', 'N'], 'next and previous difference in a page'],
  [['1', '…', '9'], 'look at that extractor of the table'],
  [['[', ']'], 'compare with the extractor before or behind'],
  [['a', 'f', 'd', 'w'], 'all, failed, different, worst pages'],
  [['o', 'p', 'c'], 'overview, pages, compare'],
  [['Esc'], 'close this, leave a field, or go back to the list'],
];

/** A dialog with the keys; the browser keeps the focus in it and closes it by Esc. */
export function Help({ close }: { readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="help-title">
      <h2 id="help-title">Keys</h2>
      <dl class="key-list">
        {KEYS.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>Keys do nothing in fields, and nothing together with Ctrl, Alt or Cmd.</p>
      <button type="button" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
}
