import { ArrowRight, Minus, PenLine, Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { UnchangedLines, Marked } from "@/components/ui/changes";
import { Icon } from "@/components/ui/icon";
import type { Destination, SubProcessorNamed } from "@/lib/domain/processing-record/content";
import type { RowChange } from "@/lib/domain/processing-record/version-changes";
import { formatPartialDate, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { useTranslate } from "@/components/processing-record/sheet/use-translate";
import { countryName, type Translate } from "@/components/processing-record/sheet/words";

type Row = Destination | SubProcessorNamed;
type RowNoun = "destination" | "subProcessor";

type Transfers = readonly { id: string; reference: string }[];
type RowChangesProps = { rows: readonly RowChange<Row>[]; noun: RowNoun; transfers?: Transfers };

/** Names the changed parts of a retained row. */
export function RowChanges({ rows, noun, transfers = [] }: RowChangesProps) {
  const t = useTranslate();
  const locale = useLocale();
  const stored = rows.filter(({ mark }) => mark === "kept").length;
  return (
    <ul className="changes">
      {rows.map((row, index) => {
        if (row.mark === "kept") return null;
        if (row.mark === "changed")
          return (
            <li key={index}>
              <Icon of={PenLine} small />
              <div>
                <b>{nameOfRow(row.after, t)}</b>
                <CellChanges before={row.before} after={row.after} noun={noun} transfers={transfers} />
              </div>
            </li>
          );
        return (
          <li key={index}>
            <Icon of={row.mark === "added" ? Plus : Minus} small />
            <Marked mark={row.mark} text={describeRow(row.row, { t, locale, transfers })} />
          </li>
        );
      })}
      <UnchangedLines count={stored} />
    </ul>
  );
}

type CellChangesProps = { before: Row; after: Row; noun: RowNoun; transfers: Transfers };

function CellChanges({ before, after, noun, transfers }: CellChangesProps) {
  const t = useTranslate();
  const locale = useLocale();
  const translate = (row: Row, cell: string) =>
    describeCell(cell, row[cell as keyof Row], { t, locale, transfers });
  const cells = Object.keys(after).filter((cell) => translate(before, cell) !== translate(after, cell));
  return cells.map((cell) => (
    <p key={cell}>
      <span className="muted">{t(`record.${noun}.${cell}`)}</span>{" "}
      <Cell text={translate(before, cell)} mark="removed" /> <Icon of={ArrowRight} small flip />{" "}
      <span className="sr">{t("history.becomes")}</span> <Cell text={translate(after, cell)} mark="added" />
    </p>
  ));
}

function Cell({ text, mark }: { text: string; mark: "added" | "removed" }) {
  const t = useTranslations("ui");
  return text ? <Marked mark={mark} text={text} /> : <span className="faint">{t("blank")}</span>;
}

function nameOfRow(row: Row, t: Translate): string {
  if ("name" in row) return row.name;
  if (row.country) return countryName(row.country, t);
  return row.internationalOrganisation || t("record.values.unnamedCountry");
}

type Words = { t: Translate; locale: Locale; transfers: Transfers };

/** Begins with the row's name. */
function describeRow(row: Row, spoken: Words): string {
  const { t, locale } = spoken;
  const cells = Object.entries(row).filter(([cell]) => !NAMING.has(cell));
  return joinParts(
    [nameOfRow(row, t), ...cells.map(([cell, value]) => describeCell(cell, value, spoken))],
    locale,
    " · ",
  );
}

/** Cells included in the row's name, or silent by themselves. */
const NAMING = new Set(["name", "internationalOrganisation", "subProcessorId"]);

function describeCell(cell: string, value: unknown, { t, locale, transfers }: Words): string {
  if (value === null || value === "") return "";
  if (cell === "country") return countryName(String(value), t);
  if (cell === "transferId") return transfers.find(({ id }) => id === value)?.reference ?? "";
  if (cell === "subProcessorId") return t("record.subProcessor.listed");
  if (cell === "instrument") return t(`record.instruments.${String(value)}`);
  if (cell === "placeKind") return t(`record.placeKinds.${String(value)}`);
  if (cell === "sccModule") return t(`record.modules.${String(value)}`);
  if (cell === "signedOn" || cell === "assessedOn")
    return formatPartialDate(value as Destination["signedOn"] & {}, locale);
  return String(value);
}
