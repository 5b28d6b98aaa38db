import { render } from 'preact';
import { App } from './app.tsx';
import { openIndex } from './data.ts';
import { report } from './state.ts';

const root = document.getElementById('app')!;

async function start(): Promise<void> {
  try {
    report.value = await openIndex();
    root.replaceChildren();
    render(<App />, root);
  } catch (error) {
    root.textContent = `The report cannot be opened: ${String(error)}. It may have been cut off; write it again by: assay report RUN`;
  }
}

void start();
