import { instructionStatusOn } from "@/lib/domain/instruction/in-force";
import { itemAt } from "@/lib/domain/invariant/required";
import { describeDisputed } from "@/lib/features/export/read/disputed-words";
import type { DisputedRows } from "@/lib/features/export/read/disputed-rows";
import { isolate } from "@/lib/i18n/bidi";
import { formatDay, formatInstant, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator, type Translator } from "@/lib/i18n/translator";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import { datedInstruction, type LedgerRow } from "@/lib/features/instruction/read/queries";

type Content = {
  rows: readonly LedgerRow[];
  on: string;
  digest: string;
  organisation: string;
  disputed: DisputedRows;
};

export async function printLedger(
  { rows, on, digest, organisation, disputed }: Content,
  locale: Locale,
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const t = await translator(locale, "instruction");
  const dated = rows.map(datedInstruction);
  const bytes = await renderPdf({
    template: "lib/features/instruction-export/print/ledger-print.typ",
    locale,
    data: {
      organisation,
      digest,
      title: t("list.title"),
      lead: [t("list.count", { count: rows.length }), await describeDisputed(disputed, locale)]
        .filter(Boolean)
        .join(" · "),
      when: formatInstant(now.getTime(), "Africa/Casablanca", locale, { long: true }),
      date: { year: now.getUTCFullYear(), month: now.getUTCMonth() + 1, day: now.getUTCDate() },
      entries: rows.map((row, at) => ({
        number: row.number,
        controller: isolate(row.controllerName, locale),
        status: t(`statuses.${instructionStatusOn(itemAt(dated, at), on, dated)}`),
        text: row.text
          .split("\n")
          .map((line) => isolate(line, locale))
          .join("\n"),
        lines: linesOf(row, t, locale),
      })),
    },
  });
  return new Uint8Array(bytes);
}

function linesOf(row: LedgerRow, t: Translator, locale: Locale): string[] {
  const foreign = (stated: string) => isolate(stated, locale);
  const received = formatInstant(row.receivedAt.getTime(), "Africa/Casablanca", locale);
  const concerned = row.references.length > 0 ? joinParts(row.references, locale) : t("allRecords");
  return [
    joinParts(
      [
        t(`kinds.${row.kind}`),
        foreign(row.authorName),
        foreign(row.authorPower),
        t(`channels.${row.channel}`),
        received,
      ],
      locale,
    ),
    `${t("fields.effectiveOn")} ${formatDay(row.effectiveOn, locale)} · ${concerned}`,
    ...row.facts.map(({ event, factOn, note, source, infringes }) =>
      joinParts(
        [`${t(`events.${event}`)} ${formatDay(factOn, locale)}`, ...[infringes, note || source].map(foreign)],
        locale,
      ),
    ),
    `SHA-256 ${row.textDigest}`,
  ];
}
