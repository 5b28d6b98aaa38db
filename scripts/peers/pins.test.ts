import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { PeerLanguage } from '../../harness/extract/catalog/catalog-entry.ts';
import { CATALOG } from '../../harness/extract/catalog/register.ts';

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

/** Package and version of each entry of a language. */
function pins(language: PeerLanguage): [string, string][] {
  return CATALOG.flatMap(({ peer }) => (peer?.language === language ? Object.entries(peer.packages) : []));
}

test('what entries in Go pin is what go.mod requires, and nothing in it leads to a machine', () => {
  const required = read('go/go.mod').split('\n');
  expect(pins('go')).toHaveLength(4);
  for (const [path, version] of pins('go')) expect(required).toContain(`\t${path} v${version}`);
  expect(required.filter((line) => line.startsWith('replace'))).toEqual([]);
});

test('what entries in Rust pin is what Cargo.toml requires, to the digit', () => {
  const required = read('rust/Cargo.toml');
  expect(pins('rust')).toHaveLength(11);
  for (const [name, version] of pins('rust')) {
    expect(required).toMatch(new RegExp(`^${name} = .*"=${version.replaceAll('.', String.raw`\.`)}"`, 'm'));
  }
});

test('what entries for the JVM pin is what pom.xml requires, and nothing in it leads to a machine', () => {
  const required = read('jvm/pom.xml').replaceAll(/\s+/g, '');
  expect(pins('jvm')).toHaveLength(2);
  for (const [name, version] of pins('jvm')) {
    const [group, artifact] = name.split(':');
    expect(required).toContain(
      `<groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>`,
    );
  }
  expect(required).not.toMatch(/<repositor|<url>/);
});

test('the words of entries are names that the programs know', () => {
  const [go, rust, jvm] = [read('go/main.go'), read('rust/src/extractors.rs'), read('jvm/Extractor.java')];
  for (const { name, run } of CATALOG) {
    if ('program' in run && run.program === 'assay-go-peers') expect(go).toContain(`"${name}":`);
    if ('program' in run && run.program === 'assay-rust-peers') expect(rust).toContain(`name: "${name}"`);
    if ('program' in run && run.program === 'assay-jvm-peers') expect(jvm).toContain(`"${name}", new`);
  }
});
