import type { KnownExtractor, Peer } from './catalog-entry.ts';

/** The packages of a client as it takes them: `name@version`, or with another sign between them. */
export function packageList(packages: Readonly<Record<string, string>>, sign = '@'): string {
  return Object.entries(packages)
    .map(([name, version]) => `${name}${sign}${version}`)
    .join(' ');
}

/** What to do to have a known extractor: in a clone of Assay by its script, elsewhere by the language's own client. */
export function installHint({ entry, peer }: KnownExtractor, isClone: boolean): string {
  const script = `npm run peers -- ${entry}`;
  if (peer === undefined || isClone) return script;
  const client = clientCommand(peer);
  return client ?? `${script} in a clone of Assay, or put the program into PATH`;
}

/** The command that installs the packages for the project at hand; undefined where Assay has to build something. */
function clientCommand({ language, packages, overrides }: Peer): string | undefined {
  if (language === 'npm') {
    const added = `npm install ${packageList(packages)}`;
    if (overrides === undefined) return added;
    return `${added}, with "overrides": ${JSON.stringify(overrides)} in package.json`;
  }
  return language === 'python' ? `pip install ${packageList(packages, '==')}` : undefined;
}
