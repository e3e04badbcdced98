import { CalendarX, ChevronDown, CircleAlert, CircleHelp, Link2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { Doubt } from "@/lib/domain/import/types";
import type { ImportRowProps } from "@/lib/features/import/loaders";
import { formatDay, formatList } from "@/lib/i18n/format";
import { RowChanges } from "./row-changes";
import type { RowsKind } from "./rows-kind";
import { useDoubtWords } from "./use-doubt-words";

type RowNotesProps = { row: ImportRowProps; index: number; kind: RowsKind };

const DATES = new Set<Doubt["field"]>(["startsOn", "endsOn", "reviewedOn", "reviewDueOn"]);

export function hasNotes(row: ImportRowProps): boolean {
  const { reason, doubts, changes, erasures, linked, proposedEnd, preservedNotes } = row;
  const lists = [doubts, changes, erasures, linked];
  return (
    preservedNotes !== "" || reason !== null || lists.some(({ length }) => length > 0) || proposedEnd !== null
  );
}

export function RowNotes({ row, index, kind }: RowNotesProps) {
  return (
    <tr className="why">
      <td className="folio max-[900px]:hidden!" />
      <td colSpan={kind === "own" ? 2 : 3} className="max-[900px]:empty:hidden!">
        {row.reason && <Reason reason={row.reason} kind={kind} />}
        <Doubts doubts={row.doubts.filter(({ field }) => !DATES.has(field))} />
        {row.changes.length > 0 && <RowChanges changes={row.changes} />}
        {row.erasures.length > 0 && <Erasures row={row} index={index} />}
        {row.linked.length > 0 && <Linked references={row.linked} />}
        {row.preservedNotes && <PreservedNotes notes={row.preservedNotes} />}
      </td>
      <td className="at-wide" />
      <td colSpan={2} className="max-[900px]:empty:hidden!">
        <Doubts doubts={row.doubts.filter(({ field }) => DATES.has(field))} />
        {row.proposedEnd && <ProposedEnd row={row} index={index} day={row.proposedEnd} />}
      </td>
    </tr>
  );
}

/** Requires a tick to erase a value that the file no longer has; otherwise the register's value remains. */
function Erasures({ row, index }: Omit<RowNotesProps, "kind">) {
  const t = useTranslations("import-page");
  return (
    <>
      {!row.acceptsErasure && (
        <>
          <span className="text-ink-2">{t("rows.erasures")}</span>
          <RowChanges changes={row.erasures} />
        </>
      )}
      <label className="check text-ink">
        <input
          type="checkbox"
          className="box"
          name={`rows.${index}.erase`}
          defaultChecked={row.acceptsErasure}
        />
        {t("rows.erase", { count: row.erasures.length })}
      </label>
    </>
  );
}

function Linked({ references }: { references: readonly string[] }) {
  const t = useTranslations("import-page");
  const locale = useLocale();
  return (
    <span className="flex gap-1.5 text-ink-2">
      <Icon of={Link2} small />
      <span>{t("rows.linked", { references: formatList(references, locale) })}</span>
    </span>
  );
}

/** Values without a field are stored in the entry's notes. */
function PreservedNotes({ notes }: { notes: string }) {
  const t = useTranslations("import-page");
  return (
    <details className="text-ink-2">
      <summary>
        {t("rows.keptNotes")} <Icon of={ChevronDown} small />
      </summary>
      <p className="whitespace-pre-line wrap-anywhere">
        <bdi>{notes}</bdi>
      </p>
    </details>
  );
}

function Reason({ reason: found, kind }: { reason: NonNullable<ImportRowProps["reason"]>; kind: RowsKind }) {
  const t = useTranslations("import-page");
  // Article 30(1) requires a purpose, and one of them names the entry.
  const reason = found === "no-activity" && kind !== "clients" ? "no-own-activity" : found;
  if (reason === "skipped")
    return (
      <span className="muted">
        {t("reasons.skipped")} {t("advice.skipped")}
      </span>
    );
  return (
    <span className="reason">
      <Icon of={CircleAlert} small />
      {t(`reasons.${reason}`)}
      <em>{t(`advice.${reason}`)}</em>
    </span>
  );
}

function Doubts({ doubts }: { doubts: readonly Doubt[] }) {
  const words = useDoubtWords();
  return doubts.map((doubt, index) => (
    <span key={index} className="mb-0.5 flex gap-1.5 text-ink-2">
      <span className="text-warn">
        <Icon of={CircleHelp} small />
      </span>
      <span className="wrap-anywhere">{words(doubt)}</span>
    </span>
  ));
}

/** A past end proposes the state "ended", which can be refused. */
function ProposedEnd({ row, index, day }: Omit<RowNotesProps, "kind"> & { day: string }) {
  const t = useTranslations("import-page");
  const locale = useLocale();
  return (
    <>
      <span className="flex gap-1.5 text-ink-2">
        <Icon of={CalendarX} small />
        <span>{t(row.acceptsEnd ? "rows.end" : "rows.refusedEnd", { day: formatDay(day, locale) })}</span>
      </span>
      <label className="check text-ink">
        <input
          type="checkbox"
          className="box"
          name={`rows.${index}.refuseEnd`}
          defaultChecked={!row.acceptsEnd}
        />
        {t("rows.refuseEnd")}
      </label>
    </>
  );
}
