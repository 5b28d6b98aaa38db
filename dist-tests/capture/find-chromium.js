import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ON_A_MAC = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
/**
 * Where Chromium is: what `CHROMIUM_PATH` or `CHROME_PATH` names, else the first of its usual names on the PATH;
 * undefined if it is not there.
 */
export function findChromium(environment = process.env) {
    const named = namedIn(environment);
    if (named !== '')
        return existsSync(named) ? named : undefined;
    const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
    const usual = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
    return [...usual, ...ON_A_MAC].find((path) => existsSync(path));
}
/** What to say where there is none. */
export function noChromium(environment = process.env) {
    const named = namedIn(environment);
    const found = named === '' ? 'there is no Chromium on this machine' : `there is no Chromium at ${named}`;
    return `${found}; install one (on Debian: apt-get install chromium), or name it in CHROMIUM_PATH`;
}
function namedIn(environment) {
    return environment['CHROMIUM_PATH'] ?? environment['CHROME_PATH'] ?? '';
}
