import { peerEntries } from './peer-entries.ts';

/** Extractors in the languages of the JVM. */
export const JVM = peerEntries('jvm', [
  {
    name: 'readability4j',
    description: 'Readability4J, a port of Readability to Kotlin',
    licence: 'Apache-2.0',
    homepage: 'https://github.com/dankito/Readability4J',
    returns: ['text', 'html', 'title', 'authors'],
    installs: { 'net.dankito.readability4j:readability4j': '1.0.8' },
  },
  /** The last version, which others than its author put on Maven Central; his own stop there at 1.1.0. */
  {
    name: 'boilerpipe',
    description: 'boilerpipe in Java, of which the others are ports: its ArticleExtractor',
    licence: 'Apache-2.0',
    homepage: 'https://github.com/kohlschutter/boilerpipe',
    returns: ['text', 'title'],
    installs: { 'com.syncthemall:boilerpipe': '1.2.2' },
  },
]);
