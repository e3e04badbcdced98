import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { AnnexBlock, AnnexDocument, AnnexField, AnnexLine } from "./document";

/** Font present in every word processor. */
const FONT = "Calibri";
const INK = "1D1A24";
const LABEL_WIDTH = 32;

export async function annexesDocx(doc: AnnexDocument, language: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Document({
    title: doc.title,
    creator: "",
    styles: {
      default: {
        document: { run: { font: FONT, size: 21, language: { value: language } } },
        title: { run: { font: FONT, size: 40, bold: true } },
        heading1: { run: { font: FONT, size: 28, bold: true, color: INK } },
        heading2: { run: { font: FONT, size: 23, bold: true, color: INK } },
      },
    },
    sections: [
      {
        footers: { default: footer(doc.foot) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(doc.title)] }),
          new Paragraph(doc.subtitle),
          new Paragraph({ text: doc.source, spacing: { after: 240 } }),
          ...boldLine(doc.disputed),
          ...draftNotice(doc),
          ...doc.parts.flatMap(({ title, blocks }) => [heading(title, 1), ...blocks.flatMap(tableOf)]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function boldLine(text: string): Paragraph[] {
  return text === "" ? [] : [new Paragraph({ children: [new TextRun({ text, bold: true })] })];
}

function draftNotice({ draft, open }: AnnexDocument): Paragraph[] {
  if (draft === "") return [];
  return [
    ...boldLine(draft),
    ...open.map((line) => new Paragraph({ bullet: { level: 0 }, children: [new TextRun(line)] })),
  ];
}

function tableOf({ title, fields }: AnnexBlock): (Paragraph | Table)[] {
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: [3000, 6000],
    rows: fields.map(rowOf),
  });
  return title === "" ? [table] : [heading(title, 2), table];
}

function rowOf({ label, lines }: AnnexField): TableRow {
  return new TableRow({
    cantSplit: lines.length < 4,
    children: [
      cell(LABEL_WIDTH, [new Paragraph({ children: [new TextRun({ text: label, bold: true })] })]),
      cell(100 - LABEL_WIDTH, lines.length > 0 ? lines.flatMap(paragraphsOf) : [new Paragraph("")]),
    ],
  });
}

/** Splits lines into paragraphs. */
function paragraphsOf({ text, isOpen }: AnnexLine): Paragraph[] {
  return text
    .split("\n")
    .map(
      (line) =>
        new Paragraph({ children: [new TextRun({ text: line, highlight: isOpen ? "yellow" : undefined })] }),
    );
}

const RULE = { style: BorderStyle.SINGLE, size: 4, color: "B8B2A8" } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;

function cell(percent: number, children: Paragraph[]): TableCell {
  return new TableCell({
    width: { size: percent, type: WidthType.PERCENTAGE },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    borders: { top: NONE, left: NONE, right: NONE, bottom: RULE },
    children,
  });
}

function heading(text: string, level: 1 | 2): Paragraph {
  return new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: level === 1 ? 360 : 200, after: 100 },
    children: [new TextRun(text)],
  });
}

function footer(foot: string): Footer {
  const pages = new TextRun({
    size: 16,
    children: [foot, "   ", PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES],
  });
  return new Footer({ children: [new Paragraph({ children: [pages] })] });
}
