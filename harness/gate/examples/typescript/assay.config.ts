import { defineConfig } from 'assay';

export default defineConfig({
  extractors: { mine: './extract.ts' },
  corpora: { ours: './corpus' },
  gate: { floors: { 'tokens.f1': 0.9 } },
});
