import { watchLoadedFiles } from '../../process/loaded-files.ts';

/** What a child process starts with: what comes behind this line is kept account of, the harness's own code too. */
watchLoadedFiles();
await import('./module-child.ts');
