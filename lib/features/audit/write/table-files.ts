import { exportName } from "@/lib/domain/text/export-name";
import type { DossierSection } from "@/lib/domain/nouns/dossier-sections";
import { DOSSIER_SECTIONS } from "@/lib/domain/nouns/dossier-sections";
import type { OpenGrant, Part } from "@/lib/features/audit/read/queries";
import type { TableFormat } from "@/lib/features/audit/schema";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { disputedNote } from "@/lib/features/dossier/read/disputed-note";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import { CSV_START, writeCsvRow } from "@/lib/platform/sheets/csv-writer";
import { LONGEST_CELL } from "@/lib/platform/sheets/workbook";
import { writeXlsx } from "@/lib/platform/sheets/xlsx-writer";
import { concatenateChunks } from "@/lib/platform/transport/concatenate-chunks";
import type { Download } from "@/lib/platform/transport/download-route";

export type TableRow = { seq: number; cells: string[]; data: unknown };

type Making = {
  grant: OpenGrant;
  part: Part;
  rows: readonly TableRow[];
  section: DossierSection;
  format: TableFormat;
  foot: string;
  now: Date;
};

const TYPES: Record<TableFormat, string> = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  json: "application/json",
};

/** Words of each part in the name of its file, as of every file that leaves. */
const SECTION_NAMES: Record<DossierSection, string> = {
  register: "registre",
  clauses: "contrats",
  instructions: "instructions",
  chain: "sous-traitants",
  authorisations: "autorisations",
  transfers: "transferts",
  measures: "mesures",
  breaches: "violations",
  requests: "droits-des-personnes",
  choices: "consentements",
  consultations: "consultations",
  telephone: "prospection",
  trainings: "formations",
  journal: "journal",
};

/** Longer values run over the page. */
const LONG = 400;

export async function writeTable(making: Making): Promise<Download<Uint8Array<ArrayBuffer>>> {
  const { grant, section, format } = making;
  return {
    fileName: exportName("audit", [grant.organisation.slug, SECTION_NAMES[section], grant.asOf], format),
    contentType: TYPES[format],
    body: new Uint8Array(await WRITERS[format](making)),
  };
}

const WRITERS: Record<TableFormat, (making: Making) => Promise<Uint8Array>> = {
  pdf: printTable,
  xlsx: writeWorkbook,
  csv: ({ part, rows }) =>
    encode(
      CSV_START + [part.columns, ...rows.map(({ cells }) => cells)].map((row) => writeCsvRow(row)).join(""),
    ),
  json: ({ section, grant, rows }) =>
    encode(
      `${JSON.stringify({ format: `amana-audit-${section}-1`, asOf: grant.asOf, rows: rows.map(({ data }) => data) }, null, 1)}\n`,
    ),
};

async function encode(text: string): Promise<Uint8Array> {
  return new TextEncoder().encode(text);
}

async function writeWorkbook({ part, rows, section, grant, now }: Making): Promise<Uint8Array> {
  const words = await translator(grant.language, "dossier-file");
  const cells = async function* () {
    for (const row of rows)
      yield row.cells.map((cell) =>
        cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL - 1)}…` : cell,
      );
  };
  const chunks = writeXlsx({
    isRightToLeft: grant.language === "ar",
    createdAt: now,
    sheets: [
      {
        name: words(`sections.${section}`),
        columns: part.columns.map((head) => ({ head, width: 24 })),
        rows: cells(),
      },
    ],
  });
  return concatenateChunks(chunks);
}

/** Prints the rows as a part of a dossier is printed, with who took it and when across each page. */
async function printTable({ grant, part, rows, section, foot, now }: Making): Promise<Uint8Array> {
  const { language: locale } = grant;
  const words = await translator(locale, "dossier-file");
  const audit = await translator(locale, "audit");
  const made = formatInstant(now.getTime(), "Africa/Casablanca", locale);
  const article = DOSSIER_SECTIONS.find((one) => one.section === section)?.article ?? "";
  return renderPdf({
    template: "lib/features/dossier/print/section.typ",
    locale,
    data: {
      title: words(`sections.${section}`),
      article: words("article", { article }),
      volume: "",
      lead: [
        ...(part.withheld > 0
          ? [audit(section === "journal" ? "undisclosed" : "withheld", { count: part.withheld })]
          : []),
        ...disputedNote(part.disputed, { dossier: words, locale }),
      ],
      entries: rows.map(({ cells: [heading = "", ...cells] }) => ({
        heading,
        heads: [],
        widths: [],
        lines: [],
        fields: cells.flatMap((value, at) =>
          value === "" ? [] : [{ label: part.columns[at + 1] ?? "", value, isLong: value.length > LONG }],
        ),
      })),
      organisation: grant.organisation.legalName,
      foot,
      empty: words("empty"),
      mark: audit("mark", { name: grant.name, when: made }),
      when: words("when", { day: formatDay(grant.asOf, locale), made }),
      date: { year: now.getUTCFullYear(), month: now.getUTCMonth() + 1, day: now.getUTCDate() },
    },
  });
}
