/** What to do to have a known extractor: in a clone of Assay by its script, elsewhere by the language's own client. */
export function installHint({ entry, peer }, isClone) {
    const script = `npm run peers -- ${entry}`;
    if (peer === undefined || isClone)
        return script;
    const client = clientCommand(peer);
    return client ?? `${script} in a clone of Assay, or put the program into PATH`;
}
/** The command that installs the packages for the project at hand; undefined where Assay has to build something. */
function clientCommand({ language, packages, overrides }) {
    if (language === 'npm') {
        const added = `npm install ${written(packages, '@')}`;
        if (overrides === undefined)
            return added;
        return `${added}, with "overrides": ${JSON.stringify(overrides)} in package.json`;
    }
    return language === 'python' ? `pip install ${written(packages, '==')}` : undefined;
}
function written(packages, sign) {
    return Object.entries(packages)
        .map(([name, version]) => `${name}${sign}${version}`)
        .join(' ');
}
