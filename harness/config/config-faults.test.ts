import { describe, expect, test } from 'vitest';
import type { AssayConfig } from '../model/config.ts';
import { loadConfig } from './load-config.ts';

const WHOLE: AssayConfig = {
  extractors: {
    mine: './src/mine.ts',
    'mine-fast': { module: './src/mine.ts', options: { fast: true, lines: [1, null, { a: 'b' }] } },
    'mine-1.0': 'recorded:./old.json',
    besser: { module: './b.ts', network: false },
    command: { command: 'trafilatura --no-comments' },
    words: {
      command: ['python3', 'extract.py'],
      protocol: 'jsonl',
      cwd: './python',
      env: { MODEL: 'small', EMPTY: '' },
      accepts: ['html', 'text'],
      wants: 'bytes',
      network: true,
      startTimeoutMs: 60_000,
      version: '1.0',
      fingerprint: ['**/*.py'],
    },
    python: { command: 'python3 extract.py', fingerprint: '**/*.py' },
    frozen: { command: 'a', output: 'markdown', fingerprint: { command: 'pip freeze' } },
    service: { http: 'http://localhost/' },
    secret: {
      http: 'https://extract.example/v1',
      headers: {
        Authorization: { env: 'TOKEN', prefix: 'Bearer ' },
        'X-Mode': 'article',
        'X-Key': { env: 'KEY' },
      },
      concurrency: 4,
      retries: 0,
    },
  },
  corpora: { private: './corpus', aeb: 'aeb:../benchmark' },
  policies: {
    body: { required: ['p', 'h2'] },
    talk: { required: ['p'], comments: 'required', description: 'text and talk' },
  },
  run: {
    corpus: ['private', 'builtin'],
    extractor: 'mine',
    policy: 'body',
    workers: 2,
    timeoutMs: 5000,
    memoryMb: 512,
    cache: false,
    reporter: ['terminal', './reporter.ts'],
  },
};

async function read(value: unknown): Promise<AssayConfig> {
  return (await loadConfig(value as AssayConfig)).config;
}

test('a configuration is read with all that it holds', async () => {
  expect(await read(WHOLE)).toEqual(WHOLE);
});

test.each([
  ['nothing at all', {}, {}],
  ['keys without a value', { extractors: undefined, run: { workers: undefined } }, { run: {} }],
  ['options without a value', { extractors: { a: { module: './a.ts', options: { b: undefined } } } }, { extractors: { a: { module: './a.ts', options: {} } } }],
  ['a policy without comments', { policies: { a: { required: ['p'], comments: undefined } } }, { policies: { a: { required: ['p'] } } }],
])('may hold %s', async (_, value, config) => {
  expect(await read(value)).toStrictEqual(config);
}); // prettier-ignore

/** What is wrong with a configuration, a line each: `path: found …; expected …; how to fix it`. */
async function faultsOf(value: unknown): Promise<string[]> {
  const error: unknown = await read(value).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'AssayError', code: 'usage' });
  const [first, ...others] = (error as Error).message.replaceAll('the configuration: ', '').split('\n  ');
  return others.length === 0 ? [first!] : others;
}

/** An extractor of the configuration. */
function entry(value: unknown): unknown {
  return { extractors: { x: value } };
}

describe('a fault is named with its place, what was found, what is expected and how to fix it', () => {
  class Rule {
    readonly lines = 2;
  }
  const endless: Record<string, unknown> = {};
  endless['again'] = endless;
  const option = (value: unknown): unknown => entry({ module: './a.ts', options: { o: value } });
  const json =
    'data that JSON can hold; write texts, numbers, true, false, null, lists and maps; the module makes what it needs of them';
  const kinds =
    'one of title, standfirst, outlet, byline, dateline, h1, h2, h3, h4, h5, h6, p, ul, ol, dl, quote, code, table, math, caption, note';
  const command =
    'one of command, protocol, output, cwd, env, reads, network, startTimeoutMs, accepts, version, fingerprint, wants';
  const run = 'one of corpus, extractor, policy, workers, timeoutMs, memoryMb, cache, reporter';

  test.each<[string, unknown, string]>([
    ['a list', ['a'], 'the configuration: found an array; expected a map with the keys extractors, corpora, policies, run, gate; write key: value'],
    ['a key misspelt', { extractor: {} }, 'extractor: found the unknown key "extractor"; expected one of extractors, corpora, policies, run, gate; did you mean "extractors"?'],
    ['a switch that is a text', { run: { cache: 'no' } }, 'run.cache: found the text "no"; expected true or false; write cache: false'],
    ['a key that nothing resembles', { run: { colour: 1 } }, `run.colour: found the unknown key "colour"; expected ${run}; remove it`],
    ['the old name of a limit of time', { run: { timeout: 5000 } }, 'run.timeout: found the key "timeout", which is now called "timeoutMs"; expected timeoutMs; rename it'],
    ['the old name of a limit of memory', { run: { memory: 512 } }, 'run.memory: found the key "memory", which is now called "memoryMb"; expected memoryMb; rename it'],
    ['the old name of the time to start', entry({ command: 'a', startTimeout: 9 }), 'extractors.x.startTimeout: found the key "startTimeout", which is now called "startTimeoutMs"; expected startTimeoutMs; rename it'],
    ['extractors as a list', { extractors: ['./a.ts'] }, 'extractors: found an array; expected a map of extractors by name; write name: ./module.ts'],
    ['an extractor that is a number', entry(3), 'extractors.x: found a number (3); expected what --extractor takes, or a map with one of the keys module, command and http; write ./module.ts, or { module: ./module.ts, options: { … } }'],
    ['a blank extractor', entry(' '), 'extractors.x: found the text " "; expected what --extractor takes, or a map with one of the keys module, command and http; write ./module.ts, or { module: ./module.ts, options: { … } }'],
    ['an extractor without module', entry({ options: {} }), 'extractors.x.module: found nothing; expected the path of a module under the key module (or a command, or http); write module: ./module.ts'],
    ['a module misspelt', entry({ modul: './a.ts' }), 'extractors.x.modul: found the unknown key "modul"; expected one of module, options, network, env, reads; did you mean "module"?'],
    ['a command misspelt', entry({ comand: 'a' }), `extractors.x.comand: found the unknown key "comand"; expected ${command}; did you mean "command"?`],
    ['a service misspelt', entry({ htp: 'http://a' }), 'extractors.x.htp: found the unknown key "htp"; expected one of http, headers, concurrency, retries, accepts, version, fingerprint, wants; did you mean "http"?'],
    ['a key that could be of any kind', entry({ cmd: 'a' }), 'extractors.x: found an object; expected what --extractor takes, or a map with one of the keys module, command and http; write ./module.ts, or { module: ./module.ts, options: { … } }'],
    ['an extractor of nothing', entry({}), 'extractors.x.module: found nothing; expected the path of a module under the key module (or a command, or http); write module: ./module.ts'],
    ['an extractor with a blank module', entry({ module: ' ' }), 'extractors.x.module: found the text " "; expected the path of a module under the key module (or a command, or http); write module: ./module.ts'],
    ['a name with a slash', { extractors: { 'a/b': './a.ts' } }, 'extractors["a/b"]: found the name "a/b"; expected letters, digits and . _ - @ +, the first a letter or digit, at most 100; give it another name'],
    ['options that are a list', entry({ module: './a.ts', options: [1] }), 'extractors.x.options: found an array; expected a map of options; write name: value'],
    ['an option that is a function', option(() => 1), `extractors.x.options.o: found a function; expected ${json}`],
    ['an option that is no number', option(Number.NaN), `extractors.x.options.o: found a number (NaN); expected ${json}`],
    ['an option that is a date', option([new Date(0)]), `extractors.x.options.o[0]: found an object of the class Date; expected ${json}`],
    ['an option of a class', option({ p: new Rule() }), `extractors.x.options.o.p: found an object of the class Rule; expected ${json}`],
    ['a corpus that is a map', { corpora: { a: {} } }, 'corpora.a: found an object; expected a folder, or a dataset such as aeb:PATH; write ./folder'],
    ['the name of the built-in corpus', { corpora: { builtin: './c' } }, 'corpora.builtin: found the name "builtin"; expected another name: this one is that of the corpus of Assay; give the corpus another name'],
    ['the name of a policy of Assay', { policies: { article: { required: ['p'] } } }, 'policies.article: found the name "article"; expected another name: a policy of Assay is called so, and figures of the two would look the same; give the policy another name'],
    ['a policy without required', { policies: { a: {} } }, 'policies.a.required: found nothing; expected a list of kinds of blocks under the key required; write [p, h2, …]'],
    ['a policy that requires nothing', { policies: { a: { required: [] } } }, 'policies.a.required: found an empty list; expected a list of kinds of blocks under the key required; write [p, h2, …]'],
    ['a kind misspelt', { policies: { a: { required: ['p', 'quot'] } } }, `policies.a.required[1]: found the text "quot"; expected ${kinds}; did you mean "quote"?`],
    ['comments that are neither', { policies: { a: { required: ['p'], comments: 'optional' } } }, 'policies.a.comments: found the text "optional"; expected one of required, forbidden'],
    ['no worker', { run: { workers: 0 } }, 'run.workers: found a number (0); expected a whole number of at least 1; remove it to use every processor'],
    ['half a millisecond', { run: { timeoutMs: 0.5 } }, 'run.timeoutMs: found a number (0.5); expected a whole number of at least 1; write milliseconds, e.g. 10000'],
    ['no corpus', { run: { corpus: [] } }, 'run.corpus: found an empty list; expected a name, or a list of names; write [name, …]'],
    ['a corpus that is no text', { run: { corpus: ['a', 1] } }, 'run.corpus[1]: found a number (1); expected a name; write a text'],
    ['a corpus that is neither', { run: { corpus: 1 } }, 'run.corpus: found a number (1); expected a name, or a list of names; write [name, …]'],
    ['a key of another kind of extractor', entry({ command: 'a', options: {} }), `extractors.x.options: found the unknown key "options"; expected ${command}; remove it`],
    ['a blank command', entry({ command: '' }), 'extractors.x.command: found the text ""; expected a program and its arguments, in one text or a list; write program --option'],
    ['a protocol misspelt', entry({ command: 'a', protocol: 'json' }), 'extractors.x.protocol: found the text "json"; expected one of stdio, jsonl; did you mean "jsonl"?'],
    ['an output beside jsonl', entry({ command: 'a', protocol: 'jsonl', output: 'text' }), 'extractors.x.output: found the text "text"; expected none with protocol jsonl, in which every answer names its fields; remove it'],
    ['a network that is no switch', entry({ command: 'a', network: 'yes' }), 'extractors.x.network: found the text "yes"; expected true or false; write network: true'],
    ['another medium', entry({ command: 'a', accepts: ['pdf'] }), 'extractors.x.accepts[0]: found the text "pdf"; expected one of html, text'],
    ['variables that are passed on as one name', entry({ command: 'a', env: { passes: 'A' } }), 'extractors.x.env.passes: found the text "A"; expected a list of names of variables; write passes: [NAME]'],
    ['a variable that is a list', entry({ module: 'a', env: { A: ['b'] } }), 'extractors.x.env.A: found an array; expected a text; quote it, or write passes: [NAME] for a variable of your environment'],
    ['a variable that is no text', entry({ command: 'a', env: { A: 1 } }), 'extractors.x.env.A: found a number (1); expected a text; quote it'],
    ['a version that is no text', entry({ command: 'a', version: 1 }), 'extractors.x.version: found a number (1); expected a version; quote it: version: "1.0"'],
    ['a fingerprint of nothing', entry({ command: 'a', fingerprint: {} }), 'extractors.x.fingerprint.command: found nothing; expected a program and its arguments, in one text or a list; write program --option'],
    ['a fingerprint that is a number', entry({ command: 'a', fingerprint: 3 }), 'extractors.x.fingerprint: found a number (3); expected a glob, a list of globs, or a command; write [src/**] or { command: pip freeze }'],
    ['a blank fingerprint', entry({ command: 'a', fingerprint: '' }), 'extractors.x.fingerprint: found the text ""; expected a glob of files, or a list of them; write [src/**]'],
    ['an address that is no text', entry({ http: 1 }), 'extractors.x.http: found a number (1); expected the URL of a service; write http: http://localhost:8000/'],
    ['a header without its variable', entry({ http: 'h', headers: { a: { prefix: 'Bearer ' } } }), 'extractors.x.headers.a.env: found nothing; expected the name of a variable under the key env; write env: TOKEN'],
    ['speed that is compared with nothing', { gate: { speed: {} } }, 'gate.speed.against: found nothing; expected a map of extractors; write mine: ./base/extractor.ts'],
    ['a limit that the same speed would pass', { gate: { speed: { against: {}, slower: 1 } } }, 'gate.speed.slower: found a number (1); expected a number above 1; write slower: 1.25'],
    ['less than no retries', entry({ http: 'h', retries: -1 }), 'extractors.x.retries: found a number (-1); expected a whole number of at least 0; write 0 to send every request once'],
  ])('%s', async (_, value, fault) => {
    expect(await faultsOf(value)).toEqual([fault.replace(/^the configuration: /, '')]);
  }); // prettier-ignore

  test('options that hold themselves', async () => {
    const [fault, ...others] = await faultsOf(option(endless));
    expect(others).toEqual([]);
    expect(fault).toContain('found options in options without end');
  });

  test('all of them at once', async () => {
    const value = { extractors: { a: 1 }, corpora: 1, polices: {}, run: { workers: '2' } };
    expect(await faultsOf(value)).toHaveLength(4);
    const many = { command: [1], protocol: 'jsonl', output: 'text', env: { A: 1, B: 2, C: 3 } };
    expect(await faultsOf(entry(many))).toEqual([
      'extractors.x.command[0]: found a number (1); expected a text; quote it',
      'extractors.x.env.A: found a number (1); expected a text; quote it',
      'extractors.x.env.B: found a number (2); expected a text; quote it',
      'extractors.x.env.C: found a number (3); expected a text; quote it',
      'extractors.x.output: found the text "text"; expected none with protocol jsonl, in which every answer names its fields; remove it',
    ]);
  });
});
