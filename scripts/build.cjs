'use strict';
const { createHash, randomUUID } = require('node:crypto');
const fs = require('node:fs');
const { SourceMap } = require('node:module');
const path = require('node:path');

/**
 * Keeps `dist` what the sources say: `harness/**.ts` without tests and fixtures, each transpiled to JavaScript at the
 * same place in `dist`, and each app for browsers as one file of HTML. Everything that runs in a clone runs this build: the command line, child processes, scoring
 * threads, and what tests start. Whoever starts the program calls `freshBuild` first, which takes a few milliseconds
 * where nothing has changed. CommonJS, because a module can call that without waiting for it. The package holds the
 * same build, with the types that `npm run build` adds, and not this file.
 */

const ROOT = path.join(__dirname, '..');
const SOURCES = path.join(ROOT, 'harness');
const BUILD = path.join(ROOT, 'dist');
/** The launcher, which is JavaScript already, is copied. */
const LAUNCHER = 'cli/assay.mjs';
/** Programs for browsers are bundled, with all that they import. */
const APPS = 'apps/';
/** The app in `report.html`: a template that is filled with the data of a run. */
const REPORT_APP = {
  output: 'apps/report/template.html',
  entry: 'apps/report/main.tsx',
  style: 'apps/report/style.css',
};
/** What apps take from the rest of the harness; the build refuses anything else, for it would not see its changes. */
const SHARED =
  /^(?:(?:align|document|explain|label|model|score|stats|util|report\/html|report\/explanation)\/|report\/format\.ts$)/;
/** What a browser has of its own takes the place of the tables that Node lacks. */
const BROWSERS_OWN = {
  '@exodus/bytes/encoding.js': '@exodus/bytes/encoding-browser.js',
  'node:util': path.join(SOURCES, 'apps/report/node-util.ts'),
};
/** What each file was built of. */
const STAMPS = path.join(BUILD, '.built-from.json');

/** @type {import('esbuild').CommonOptions} */
const OPTIONS = {
  platform: 'node',
  target: 'node20.19',
  charset: 'utf8',
  tsconfigRaw: { compilerOptions: { target: 'es2023', verbatimModuleSyntax: true } },
};

/** How long an unfinished file of another process is left alone. */
const UNFINISHED_MS = 60_000;

/**
 * Builds what has changed since the last build and removes what has no source any more. Several processes may do so
 * at once: each file is replaced whole.
 *
 * @throws Error for a source with a fault of syntax, with its place
 */
function freshBuild() {
  const built = new Set(filesBelow(BUILD));
  const before = readStamps();
  const now = stampsOfSources();
  const stale = Object.keys(now).filter((name) => now[name] !== before[name] || !built.has(outputOf(name)));
  if (stale.length > 0) build(stale);
  const removed = removeStrays(built, now);
  if (stale.length > 0 || removed) replaceFile(STAMPS, JSON.stringify(now));
}

/** What tells one state of a source from another, by the source's name; the builder is part of each. */
function stampsOfSources() {
  const builder = stampOf(__filename);
  const all = filesBelow(SOURCES);
  const stampsOf = (names) => names.map((name) => stampOf(path.join(SOURCES, name))).join(' ');
  const stamps = all.filter(isSource).map((name) => [name, `${builder} ${stampsOf([name])}`]);
  if (!all.includes(REPORT_APP.entry)) return Object.fromEntries(stamps);
  const parts = all.filter((name) => (name.startsWith(APPS) || SHARED.test(name)) && !isTest(name));
  return Object.fromEntries([...stamps, [REPORT_APP.entry, `${builder} ${stampsOf(parts)}`]]);
}

/** Of the change time too: a copy or a checkout may bring an old time of modification. */
function stampOf(file) {
  const { size, mtimeMs, ctimeMs } = fs.statSync(file);
  return `${size} ${mtimeMs} ${ctimeMs}`;
}

function isSource(name) {
  return name === LAUNCHER || (name.endsWith('.ts') && !isTest(name) && !name.startsWith(APPS));
}

function isTest(name) {
  return /\.test\.ts$|(?:^|\/)fixtures\//.test(name);
}

function outputOf(name) {
  if (name === REPORT_APP.entry) return REPORT_APP.output;
  return name.replace(/\.ts$/, '.js');
}

/** Names of files below a folder, with slashes; none where there is no folder. */
function filesBelow(folder, prefix = '') {
  let entries;
  try {
    entries = fs.readdirSync(path.join(folder, prefix), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) =>
    entry.isDirectory() ? filesBelow(folder, `${prefix}${entry.name}/`) : [prefix + entry.name],
  );
}

function readStamps() {
  try {
    return JSON.parse(fs.readFileSync(STAMPS, 'utf8'));
  } catch {
    return {};
  }
}

function build(names) {
  const typescript = names.filter((name) => name !== LAUNCHER && name !== REPORT_APP.entry);
  for (const [name, code] of transpile(typescript)) replaceFile(path.join(BUILD, name), code);
  if (names.includes(REPORT_APP.entry)) replaceFile(path.join(BUILD, REPORT_APP.output), bundleReport());
  if (!names.includes(LAUNCHER)) return;
  replaceFile(path.join(BUILD, LAUNCHER), fs.readFileSync(path.join(SOURCES, LAUNCHER)), 0o755);
}

/**
 * The app as one page without data: the index goes where the first comment stands, the pages where the second does. Scripts
 * other than this one do not run, and nothing can be loaded.
 */
function bundleReport() {
  const built = esbuild({
    entryPoints: [path.join(SOURCES, REPORT_APP.entry)],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    // A string of the code may hold what ends a script; it is written in another way then.
    charset: 'utf8',
    alias: BROWSERS_OWN,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    metafile: true,
  });
  const inputs = Object.keys(built.metafile.inputs).map((name) =>
    path.relative(SOURCES, path.join(ROOT, name)),
  );
  const stranger = inputs.find(
    (name) => !name.startsWith('..') && !name.startsWith(APPS) && !SHARED.test(name),
  );
  if (stranger !== undefined)
    throw new Error(`${REPORT_APP.entry} imports ${stranger}; name it in SHARED of ${__filename}`);
  const code = built.outputFiles[0].text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const style = fs.readFileSync(path.join(SOURCES, REPORT_APP.style), 'utf8');
  const hash = createHash('sha256').update(code).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Assay report</title>
<link rel="icon" href="data:,">
<noscript><style>.opening { display: none }</style></noscript>
<style>
${style}</style>
</head>
<body>
<div id="app"><main><h1>Assay report</h1><p class="opening">The report is being opened. It needs a browser of 2023 or later.</p><noscript><p>This report needs JavaScript, which is off here. report.md in the same folder does not.</p></noscript></main></div>
<script type="text/plain" id="index"><!--assay:index--></script>
<script>${code}</script>
<!--assay:pages-->
</body>
</html>
`;
}

/** All in one call: to start esbuild takes longer than its work on a file. */
function transpile(names) {
  if (names.length === 0) return [];
  const entryPoints = names.map((name) => path.join(SOURCES, name));
  const where = { entryPoints, outbase: SOURCES, outdir: BUILD };
  const built = esbuild({ ...OPTIONS, ...where });
  return built.outputFiles.map((file) => [path.relative(BUILD, file.path), withBuiltImports(file.text)]);
}

function esbuild(options) {
  try {
    return require('esbuild').buildSync({
      absWorkingDir: ROOT,
      write: false,
      logLevel: 'silent',
      ...options,
    });
  } catch (error) {
    // They say again what the message says.
    delete error.errors;
    delete error.warnings;
    throw error;
  }
}

/** esbuild leaves what is imported as it is; it writes each declaration at the start of a line, names in double quotes. */
function withBuiltImports(code) {
  return code
    .replace(/^((?:import|export)\b[^"'`;]*"\.[^"]*)\.ts";/gm, '$1.js";')
    .replace(/\bimport\(("\.[^"]*)\.ts"\)/g, 'import($1.js")');
}

function removeStrays(built, sources) {
  const known = new Set(Object.keys(sources).map(outputOf));
  const strays = [...built].filter((name) => !known.has(name.replace(/\.d\.ts$/, '.js')) && isStray(name));
  for (const name of strays) fs.rmSync(path.join(BUILD, name), { force: true });
  return strays.length > 0;
}

function isStray(name) {
  if (name === path.basename(STAMPS)) return false;
  if (!name.endsWith('.part')) return true;
  const stats = fs.statSync(path.join(BUILD, name), { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > UNFINISHED_MS;
}

function replaceFile(file, content, mode) {
  const part = `${file}.${randomUUID()}.part`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(part, content, mode === undefined ? {} : { mode });
  fs.renameSync(part, file);
}

/** A stack trace with the places in the sources instead of those in the build, as far as they can be found. */
function inSources(trace) {
  return trace.replace(/\/dist\/([^:()\n]+)\.js:(\d+):(\d+)/g, (place, name, line, column) => {
    const source = path.join(SOURCES, `${name}.ts`);
    if (!fs.existsSync(source)) return place;
    const code = fs.readFileSync(source, 'utf8');
    const { map } = require('esbuild').transformSync(code, {
      ...OPTIONS,
      loader: 'ts',
      sourcemap: 'external',
    });
    const { originalLine, originalColumn } = new SourceMap(JSON.parse(map)).findEntry(line - 1, column - 1);
    return originalLine === undefined
      ? place
      : `/harness/${name}.ts:${originalLine + 1}:${originalColumn + 1}`;
  });
}

module.exports = { freshBuild, inSources };
if (require.main === module) freshBuild();
