const STEP = ' > ';

/** The path of the innermost element around all of these; absent for none. */
export function commonPath(paths: readonly string[]): string | undefined {
  const [first, ...others] = paths;
  if (first === undefined) return undefined;
  let steps = first.split(STEP);
  for (const other of others) {
    const theirs = other.split(STEP);
    const differs = steps.findIndex((step, index) => step !== theirs[index]);
    if (differs >= 0) steps = steps.slice(0, differs);
  }
  return steps.join(STEP);
}

/** So many steps of a path are shown behind the element with an identifier. */
const STEPS_SHOWN = 3;

/**
 * A path as people read it: the last element with an identifier, which no other element should have, and the last three
 * steps. It is a selector; where no element has an identifier it may find others as well.
 */
export function shortPath(path: string): string {
  const steps = path.split(STEP);
  const named = steps.findLastIndex((step) => step.includes('#'));
  const behind = steps.slice(named + 1);
  const shown = behind.slice(-STEPS_SHOWN).join(STEP);
  // The root and the body say nothing.
  if (named < 0) return shown.replace(/^(?:html\b[^>]* > )?(?:body\b[^>]* > )?/u, '');
  if (behind.length === 0) return steps[named]!;
  return `${steps[named]!}${behind.length > STEPS_SHOWN ? ' ' : STEP}${shown}`;
}

/** Whether an element is another one, or stands in it. */
export function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(outer + STEP);
}

/** The path of the element around the last one; absent for a path of one step. */
export function parentPath(path: string): string | undefined {
  const end = path.lastIndexOf(STEP);
  return end < 0 ? undefined : path.slice(0, end);
}

/** Whether one of the elements of a path has one of these names. */
export function hasElement(path: string, names: ReadonlySet<string>): boolean {
  return path.split(STEP).some((step) => names.has(/^[\w-]+/u.exec(step)?.[0] ?? ''));
}
