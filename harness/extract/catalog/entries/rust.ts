import { peerEntries } from './peer-entries.ts';

/** Extractors in Rust. */
export const RUST = peerEntries('rust', [
  /** article-extraction-benchmark publishes 0.14.0, and makes the text itself. */
  {
    name: 'dom-smoothie',
    description: 'dom_smoothie, a port of Readability to Rust',
    licence: 'MIT',
    homepage: 'https://github.com/niklak/dom_smoothie',
    returns: ['text', 'html', 'title', 'authors', 'published', 'publisher', 'language'],
    installs: { dom_smoothie: '0.19.0' },
  },
  /**
   * The newest release on the registry. article-extraction-benchmark publishes a state of its repository (9261e08),
   * which is not there.
   */
  {
    name: 'rs-trafilatura',
    description: 'rs-trafilatura, a port of Trafilatura to Rust that tells kinds of pages apart',
    licence: 'MIT OR Apache-2.0',
    homepage: 'https://github.com/Murrough-Foley/rs-trafilatura',
    returns: ['text', 'html', 'title', 'authors', 'published', 'publisher', 'language'],
    installs: { 'rs-trafilatura': '0.2.2' },
  },
  /** article-extraction-benchmark publishes 0.0.13. */
  {
    name: 'llm-readability',
    description: "llm_readability, Spider's rewrite of the crate readability",
    licence: 'MIT',
    homepage: 'https://github.com/spider-rs/llm-readability',
    returns: ['text', 'html'],
    installs: { llm_readability: '0.0.17' },
  },
  /** The crate `readability`, in the version that article-extraction-benchmark publishes. */
  {
    name: 'readability-rs',
    description: "the crate readability, a port of arc90's Readability to Rust",
    licence: 'MIT',
    homepage: 'https://github.com/kumabook/readability',
    returns: ['text', 'html', 'title'],
    installs: { readability: '0.3.0' },
  },
  /** article-extraction-benchmark publishes 0.1.2, and makes the text itself. */
  {
    name: 'readabilityrs',
    description: 'readabilityrs, a port of Readability to Rust',
    licence: 'Apache-2.0',
    homepage: 'https://github.com/theiskaa/readabilityrs',
    returns: ['text', 'html', 'title', 'authors', 'published', 'publisher', 'language'],
    installs: { readabilityrs: '0.1.4' },
  },
  /** The version that article-extraction-benchmark publishes. */
  {
    name: 'readable-readability',
    description: 'readable-readability, the extractor of Readable in Rust',
    licence: 'MIT',
    homepage: 'https://github.com/readable-app/readability.rs',
    returns: ['text', 'html', 'title', 'authors'],
    installs: { 'readable-readability': '0.4.0' },
  },
  /** The crate `boilerpipe`, in the version that article-extraction-benchmark publishes. */
  {
    name: 'boilerpipe-rs',
    description: "boilerpipe's article extractor in Rust",
    licence: 'MIT',
    homepage: 'https://github.com/0nkery/boilerpipe-rs',
    returns: ['text'],
    installs: { boilerpipe: '0.6.0' },
  },
  {
    name: 'trafilatura-rs',
    description: 'the crate `trafilatura`, a port of go-trafilatura to Rust',
    licence: 'Apache-2.0',
    homepage: 'https://github.com/nchapman/trafilatura-rs',
    returns: ['text', 'html', 'title', 'authors', 'published', 'publisher', 'language'],
    installs: { trafilatura: '0.6.0' },
  },
  {
    name: 'libreadability',
    description: "the crate `libreadability`, a port of Readeck's go-readability to Rust",
    licence: 'MIT',
    homepage: 'https://github.com/nchapman/readability-rs',
    returns: ['text', 'html', 'title', 'authors', 'published', 'publisher', 'language'],
    installs: { libreadability: '0.3.0' },
  },
  {
    name: 'justext-rs',
    description: 'jusText ported to Rust with its defaults, English stop words',
    licence: 'BSD-2-Clause',
    homepage: 'https://github.com/nchapman/justext-rs',
    returns: ['text'],
    installs: { justext: '0.3.0' },
    cannot: [
      { case: 'charset', why: 'finds nothing where no paragraph is longer than 200 characters' },
      { case: 'surrogate-pair', why: 'finds nothing where no paragraph is longer than 200 characters' },
    ],
  },
  {
    name: 'dom-content-extraction',
    description: 'dom-content-extraction in Rust: text density (CETD), its articles',
    licence: 'MPL-2.0',
    homepage: 'https://github.com/oiwn/dom-content-extraction',
    returns: ['text'],
    installs: { 'dom-content-extraction': '0.4.5' },
  },
]);
