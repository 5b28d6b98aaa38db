import { entryOf } from '../config/choice.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { metricNames } from '../analyse/labels.ts';
import { readDescription } from '../store/read-run.ts';
import type { RunSettings } from './run.ts';

/**
 * The settings of a run that was stopped, with what is asked for now in place of its own: extractors, corpora and
 * everything else as that run had them.
 *
 * @throws AssayError `bad-input` if there is no run in the folder.
 */
export async function settingsOfRun(
  folder: string,
  { policy, metrics, extractors, corpora, ...asked }: RunSettings,
  { config }: LoadedConfig,
): Promise<RunSettings> {
  const description = await readDescription(folder);
  const { options, ownPolicy } = description;
  // A name of the configuration goes before what the configuration says it stands for.
  const named =
    (entries: Readonly<Record<string, unknown>> | undefined) =>
    ({ name, source }: { readonly name: string; readonly source: string }): string =>
      entryOf(entries, name) === undefined ? source : name;
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  return {
    ...options,
    ...given,
    extractors: extractors ?? description.extractors.map(named(config.extractors)),
    corpora: corpora ?? description.corpora.map(named(config.corpora)),
    policy: policy ?? ownPolicy ?? description.policy,
    metrics: metrics ?? metricNames(description),
  };
}
