import { COVERED } from "@/lib/domain/instruction/content";
import { instructionStatusOn } from "@/lib/domain/instruction/in-force";
import { itemAt } from "@/lib/domain/invariant/required";
import { formatInstant } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator, type Translator } from "@/lib/i18n/translator";
import type { CellValue, WorkBook, WorkSheet } from "@/lib/platform/sheets/workbook";
import { datedInstruction, type LedgerRow } from "@/lib/features/instruction/read/queries";

type Content = { rows: readonly LedgerRow[]; on: string };

export async function ledgerWorkbook(content: Content, locale: Locale, createdAt: Date): Promise<WorkBook> {
  const t = await translator(locale, "instruction");
  return {
    isRightToLeft: locale === "ar",
    createdAt,
    sheets: [ledgerSheet(content, t, locale), lifeSheet(content, t, locale)],
  };
}

function ledgerSheet({ rows, on }: Content, t: Translator, locale: Locale): WorkSheet {
  const dated = rows.map(datedInstruction);
  const stated = [
    "text",
    "digest",
    "authorName",
    "authorPower",
    "channel",
    "received",
    "effectiveOn",
  ] as const;
  const after = ["transferEffect", "transferText", "recordIds", ...COVERED, "supersedesId"] as const;
  return {
    name: t("list.title"),
    columns: heads([
      t("list.number"),
      t("list.controller"),
      t("list.status"),
      t("list.kind"),
      ...[...stated, ...after].map((name) => t(`fields.${name}`)),
    ]),
    rows: rows.map((row, at) => [
      row.number,
      row.controllerName,
      t(`statuses.${instructionStatusOn(itemAt(dated, at), on, dated)}`),
      t(`kinds.${row.kind}`),
      row.text,
      row.textDigest,
      row.authorName,
      row.authorPower,
      t(`channels.${row.channel}`),
      formatInstant(row.receivedAt.getTime(), "Africa/Casablanca", locale),
      dayCell(row.effectiveOn),
      t(`transfers.${row.transferEffect}`),
      row.transferText,
      row.references.join("\n") || t("allRecords"),
      ...COVERED.map((name) => row.covers[name].join("\n")),
      rows.find(({ id }) => id === row.supersedesId)?.number ?? "",
    ]),
  };
}

function lifeSheet({ rows }: Content, t: Translator, locale: Locale): WorkSheet {
  const evidence = ["note", "source", "infringes", "recipient", "writer", "writing"] as const;
  return {
    name: t("life.title"),
    columns: heads([
      t("list.number"),
      t("life.event"),
      t("move.on"),
      ...evidence.map((name) => t(`move.${name}`)),
      t("move.medium"),
      t("life.recorded"),
      t("life.author"),
    ]),
    rows: rows.flatMap((row) =>
      row.facts.map((fact) => [
        row.number,
        t(`events.${fact.event}`),
        dayCell(fact.factOn),
        ...evidence.map((name) => fact[name]),
        fact.medium && t(`channels.${fact.medium}`),
        formatInstant(fact.recordedAt.getTime(), "Africa/Casablanca", locale),
        fact.authorName,
      ]),
    ),
  };
}

function heads(names: readonly string[]): WorkSheet["columns"] {
  return names.map((head) => ({ head, width: 24 }));
}

function dayCell(isoDay: string): CellValue {
  return new Date(`${isoDay}T00:00:00Z`);
}
