import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { LAYOUT_SIGNS, isNoText } from '../elements.ts';
import { attributeOf } from './attribute.ts';

/** A cell of data is no longer than this, in UTF-16 code units; a column of a page is. */
const LONGEST_CELL = 1000;

const BLANK = /^\s*$/;

/** What was seen of a table. */
interface Survey {
  /** Cells with text: in the row at hand, and in the row that has most of them. */
  cellsInRow: number;
  widestRow: number;
  rows: number;
  /** Length of the text in the cell at hand, and in the longest one. */
  cellLength: number;
  longestCell: number;
  isInHeader: boolean;
  hasHeader: boolean;
  hasLayoutSign: boolean;
}

/**
 * Whether a table holds data, or only arranges the page: then its text is read as if its cells were `div`s.
 * Cells without text (pictures, gaps) do not count. The first rule that fits decides:
 *
 * 1. `role="presentation"` or `"none"`: it arranges.
 * 2. It holds another table, or no row of it has two cells: it arranges.
 * 3. It has a `th` or a `caption`: data.
 * 4. It has one row only, holds what no cell of data does (a heading, a form, a figure, a section …), or a cell
 *    of more than 1000 characters: it arranges.
 * 5. Else it is data.
 *
 * Found by looking through the tables of the AEB and trafilatura pages. Takes time linear in the table down to
 * the first table inside it.
 */
export function isDataTable(table: Tree.Element): boolean {
  const role = attributeOf(table, 'role');
  if (role === 'presentation' || role === 'none') return false;
  const survey = surveyOf(table);
  if (survey === undefined || survey.widestRow < 2) return false;
  if (survey.hasHeader) return true;
  return survey.rows > 1 && !survey.hasLayoutSign && survey.longestCell <= LONGEST_CELL;
}

/** Looks through a table; undefined if there is another one in it. */
function surveyOf(table: Tree.Element): Survey | undefined {
  const survey: Survey = {
    cellsInRow: 0,
    widestRow: 0,
    rows: 0,
    cellLength: 0,
    longestCell: 0,
    isInHeader: false,
    hasHeader: false,
    hasLayoutSign: false,
  };
  // Two columns rather than a list of nodes: most of a page may be tables, and every object counts.
  const open: (readonly Tree.ChildNode[])[] = [table.childNodes];
  const next: number[] = [0];
  while (open.length > 0) {
    const depth = open.length - 1;
    const node = open[depth]![next[depth]!++];
    if (node === undefined) {
      open.pop();
      next.pop();
    } else if ('value' in node) {
      addText(survey, node.value);
    } else if ('tagName' in node) {
      if (node.tagName === 'table') return undefined;
      addElement(survey, node.tagName);
      if (isNoText(node)) continue;
      open.push(node.childNodes);
      next.push(0);
    }
  }
  return survey;
}

function addText(survey: Survey, text: string): void {
  if (BLANK.test(text)) return;
  if (survey.isInHeader) survey.hasHeader = true;
  if (survey.cellLength === 0) addCell(survey);
  survey.cellLength += text.trim().length;
  survey.longestCell = Math.max(survey.longestCell, survey.cellLength);
}

function addCell(survey: Survey): void {
  if (survey.cellsInRow === 0) survey.rows++;
  survey.cellsInRow++;
  survey.widestRow = Math.max(survey.widestRow, survey.cellsInRow);
}

function addElement(survey: Survey, name: string): void {
  if (LAYOUT_SIGNS.has(name)) survey.hasLayoutSign = true;
  if (name === 'tr' || name === 'caption') survey.cellsInRow = 0;
  if (name !== 'td' && name !== 'th' && name !== 'caption') return;
  survey.isInHeader = name !== 'td';
  survey.cellLength = 0;
}
