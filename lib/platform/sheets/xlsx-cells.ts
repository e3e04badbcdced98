import { escapeXml } from "./workbook";

/** The namespace of sheets and of their styles. */
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Places in the list of styles. Texts are formatted as text, so that no text becomes a formula when it is edited. */
export const STYLE = { head: 1, text: 2, day: 3, number: 4, formHead: 5, formLabel: 6 };

/** Columns of these widths, in characters. */
export function columnsOf(widths: readonly number[]): string {
  const each = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<cols>${each.join("")}</cols>`;
}

export function row(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join("")}</row>`;
}

export function textCell(at: string, text: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeCell(text)}</t></is></c>`;
}

/** "_x0041_" is a letter to a reader of the format, unless its line is escaped itself. */
function escapeCell(text: string): string {
  return escapeXml(text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")).replaceAll("\r", "_x000D_");
}

/** Writes a day; one before 1900, of which the format has no number, as text. */
export function dayCell(at: string, day: Date): string {
  if (serialOf(day) < 1) return textCell(at, day.toISOString().slice(0, 10), STYLE.text);
  return `<c r="${at}" s="${STYLE.day}"><v>${serialOf(day)}</v></c>`;
}

/** Serial of 1 March 1900: the format counts a 29 February 1900 that never was, and 60 is its number. */
const FIRST_OF_MARCH = 61;

/** Days since 30 December 1899 from March 1900 on, and since 31 December before. */
function serialOf(day: Date): number {
  const days = Math.round((day.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
  return days < FIRST_OF_MARCH ? days - 1 : days;
}

/** 0 → "A", 26 → "AA". */
export function letterOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : letterOf(Math.floor(at / 26) - 1) + letter;
}

const TOP = '<alignment vertical="top"/>';
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';

export const STYLES =
  `${XML_HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>` +
  `<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font>` +
  `<font><b/><sz val="11"/><color rgb="FF55505C"/><name val="Calibri"/></font></fonts>` +
  `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
  `<fill><patternFill patternType="solid"><fgColor rgb="FFF3F1EC"/></patternFill></fill></fills>` +
  `<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FF2B2733"/></bottom></border></borders>` +
  `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="7"><xf/>` +
  `<xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1"/>` +
  `<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1">${WRAPPED}</xf>` +
  `<xf numFmtId="164" applyNumberFormat="1" applyAlignment="1">${TOP}</xf>` +
  `<xf applyAlignment="1">${TOP}</xf>` +
  `<xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${WRAPPED}</xf>` +
  `<xf numFmtId="49" fontId="2" applyNumberFormat="1" applyFont="1" applyAlignment="1">${WRAPPED}</xf></cellXfs></styleSheet>`;
