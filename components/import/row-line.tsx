import { Check, CircleX, Equal, Pencil, type LucideIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Cell } from "@/components/ui/data-table";
import { Status, type StatusKind } from "@/components/ui/status";
import type { ImportRowProps } from "@/lib/features/import/loaders";
import { formatList, formatPartialDate, joinParts } from "@/lib/i18n/format";
import { hasNotes } from "./row-notes";
import type { RowsKind } from "./rows-kind";

type RowLineProps = {
  row: ImportRowProps;
  index: number;
  kind: RowsKind;
};

/** Unticking an excluded row includes it. */
export function RowLine({ row, index, kind }: RowLineProps) {
  const isSheet = kind === "cnil";
  const t = useTranslations("import-page");
  const locale = useLocale();
  return (
    <tr className={hasNotes(row) ? "is-refused max-[900px]:border-b-0!" : undefined}>
      <Cell place="folio" whole>
        {isDecidable(row) && <SkipTick {...{ row, index, kind }} />}
        {row.sheet && <bdi className="block">{row.sheet}</bdi>}
        {t(isSheet ? "rows.sheetLine" : "rows.line", { line: row.line })}
      </Cell>
      <Cell whole className="max-[900px]:hidden!">
        <Reference row={row} />
      </Cell>
      {kind !== "own" && (
        <Cell place="title" whole>
          {row.controllerName ? <bdi>{row.controllerName}</bdi> : <Blank />}
        </Cell>
      )}
      <Cell place={kind === "own" ? "title" : "text"} whole>
        <span className="min-[901px]:hidden">
          <Reference row={row} />{" "}
        </span>
        {row.activity || <Blank />}
      </Cell>
      <Cell place="wide" whole>
        <Countries row={row} />
      </Cell>
      <Cell place="date" whole>
        {row.startsOn && formatPartialDate(row.startsOn, locale)}
      </Cell>
      <Cell place="status" whole>
        <Fate row={row} />
      </Cell>
    </tr>
  );
}

function Reference({ row: { reference, fate } }: { row: ImportRowProps }) {
  const t = useTranslations("import-page");
  if (reference) return <bdi>{reference}</bdi>;
  return fate === "new" ? <span className="faint">{t("rows.newReference")}</span> : null;
}

function isDecidable({ fate, reason }: ImportRowProps): boolean {
  return fate !== "set-aside" || reason === "skipped";
}

function SkipTick({ row, index, kind }: RowLineProps) {
  const t = useTranslations("import-page");
  return (
    <>
      <input type="hidden" name={`rows.${index}.fingerprint`} value={row.fingerprint} />
      <input
        type="checkbox"
        className="box"
        name={`rows.${index}.skip`}
        defaultChecked={row.reason === "skipped"}
        aria-label={t(kind === "cnil" ? "rows.skipSheet" : "rows.skip", { line: row.line })}
      />
    </>
  );
}

function Countries({ row: { places, transferText } }: { row: ImportRowProps }) {
  const [t, record] = [useTranslations("countries"), useTranslations("record")];
  const locale = useLocale();
  const names = [...new Set(places.map(({ country }) => country))].map((code) => {
    const country = t.has(code) ? t(code) : code;
    const kinds = places.flatMap(({ country: of, placeKind }) =>
      of === code && placeKind ? [placeKind] : [],
    );
    if (kinds.length === 0) return country;
    const said = [...new Set(kinds)].map((kind) => record(`placeKinds.${kind}`));
    return record("list.placeOfKind", { country, kinds: joinParts(said, locale) });
  });
  if (names.length > 0) return <>{formatList(names, locale)}</>;
  return transferText ? <>{transferText}</> : null;
}

const FATES: Record<ImportRowProps["fate"], { kind: StatusKind; icon: LucideIcon }> = {
  new: { kind: "ok", icon: Check },
  changed: { kind: "plain", icon: Pencil },
  unchanged: { kind: "plain", icon: Equal },
  "set-aside": { kind: "late", icon: CircleX },
};

function Fate({ row: { fate, reason } }: { row: ImportRowProps }) {
  const t = useTranslations("import-page");
  if (reason === "skipped")
    return (
      <Status kind="plain" icon={CircleX}>
        {t("fates.skipped")}
      </Status>
    );
  return <Status {...FATES[fate]}>{t(`fates.${fate}`)}</Status>;
}

function Blank() {
  const t = useTranslations("import-page");
  return (
    <span className="cell-bad font-normal">
      <span className="faint">{t("rows.blank")}</span>
    </span>
  );
}
