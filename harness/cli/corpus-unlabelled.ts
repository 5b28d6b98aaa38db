import { Command } from 'commander';
import pc from 'picocolors';
import type { GoldText } from '../model/gold-text.ts';
import type { UnlabelledText, UnlabelledTexts } from '../label/unlabelled.ts';
import { loadConfig } from '../config/load-config.ts';
import { openCorpora } from '../config/open-corpora.ts';
import type { NamedCorpus } from '../config/open-corpora.ts';
import type { PageReference } from '../model/page.ts';
import { formatCount, formatNumber } from '../report/format.ts';
import { AssayError } from '../util/error.ts';
import { excerpt } from '../util/excerpt.ts';
import { printable } from '../util/printable.ts';
import { CONFIG_OPTION, collect } from './options.ts';
import { show, showJson } from '../report/print.ts';

interface UnlabelledOptions {
  readonly corpus?: readonly string[];
  readonly config?: string;
  readonly json?: true;
}

/** `assay corpus unlabelled`: the text of a page that has no label. */
export function corpusUnlabelledCommand(): Command {
  return new Command('unlabelled')
    .description(
      'List the text of a page that has no label, with the element it stands in and what stands before and behind it.',
    )
    .argument('<page>', 'identifier of the page, or a part of it that fits one page only')
    .option(
      '-c, --corpus <corpus>',
      'a corpus to look in; may be repeated (default: as for the other commands)',
      collect,
    )
    .option(...CONFIG_OPTION)
    .option('--json', 'print the texts as JSON')
    .action(printUnlabelled);
}

async function printUnlabelled(page: string, { corpus, config, json }: UnlabelledOptions): Promise<void> {
  const [{ pageToDocument }, { labelPage }, { unlabelledTexts }] = await Promise.all([
    import('../document/page-document.ts'),
    import('../label/label-page.ts'),
    import('../label/unlabelled.ts'),
  ]);
  const found = findPage(await openCorpora(await loadConfig(config), corpus), page);
  const labelled = await found.corpus.read(found.reference);
  const unlabelled = unlabelledTexts(labelPage(pageToDocument(labelled.page), labelled.gold));
  const { id } = found.reference;
  if (json === true) {
    const texts = unlabelled.texts.map(({ before, behind, ...text }) => ({
      ...text,
      ...(before && { before: neighbour(before) }),
      ...(behind && { behind: neighbour(behind) }),
    }));
    showJson({ schema: 'assay/unlabelled@1', page: id, ...unlabelled, texts });
  } else show(toText(id, unlabelled));
}

function neighbour({ path, name, text }: GoldText): Pick<GoldText, 'path' | 'name' | 'text'> {
  return { path, name, text };
}

/** @throws AssayError `usage` if no page fits, or several do. */
function findPage(
  corpora: readonly NamedCorpus[],
  wanted: string,
): { readonly corpus: NamedCorpus['corpus']; readonly reference: PageReference } {
  const all = corpora.flatMap(({ corpus }) => corpus.pages.map((reference) => ({ corpus, reference })));
  const exact = all.filter(({ reference }) => reference.id === wanted);
  const fitting = exact.length > 0 ? exact : all.filter(({ reference }) => reference.id.includes(wanted));
  const [only, ...others] = fitting;
  if (only !== undefined && others.length === 0) return only;
  const isUnfinished = corpora.some(({ corpus }) => corpus.unfinished?.includes(wanted) === true);
  if (isUnfinished) {
    throw new AssayError('usage', `"${wanted}" has todos left; "assay corpus check" lists them`);
  }
  const names = fitting.slice(0, 5).map(({ reference }) => reference.id);
  throw new AssayError(
    'usage',
    only === undefined
      ? `no page fits "${wanted}"; "assay corpus list" names them`
      : `"${wanted}" fits ${fitting.length} pages: ${names.join(', ')}${fitting.length > names.length ? ', …' : ''}`,
  );
}

function toText(id: string, { texts, tokens, unlabelled }: UnlabelledTexts): string {
  const share = tokens === 0 ? 0 : (100 * unlabelled) / tokens;
  const title = `${printable(id)}: ${formatCount(unlabelled)} of ${formatNumber(tokens, 'token')} without a label (${share.toFixed(1)} %)`;
  return [pc.bold(title), ...texts.flatMap(linesOf)].join('\n');
}

function linesOf({ text, element, before, behind, isInBody }: UnlabelledText): string[] {
  const where = element === undefined ? '' : ` in ${element}`;
  const around = [
    ...(before ? [`behind ${before.name} ${excerpt(before.text)}`] : []),
    ...(behind ? [`before ${behind.name} ${excerpt(behind.text)}`] : []),
    ...(isInBody ? [pc.red('between blocks of the body')] : []),
  ];
  return [`  ${excerpt(text)}${printable(where)}`, `    ${pc.dim(around.join(', '))}`];
}
