import Link from "next/link";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "next-intl";
import { PortalPart } from "@/components/shell/portal-page";
import { Status } from "@/components/ui/status";
import { SetAsideWords } from "./set-aside-words";
import type { Zone } from "@/lib/domain/time/zones";
import type { RelayedRow } from "@/lib/features/portal-rights-request/loaders";
import { formatDay, formatInstant, joinParts } from "@/lib/i18n/format";

type RelayedRowsProps = {
  contact: string;
  title: string;
  rows: readonly RelayedRow[];
  zone: Zone;
  markOf: (id: string) => ReactNode;
};

export function RelayedRows({ contact, title, rows, zone, markOf }: RelayedRowsProps) {
  const t = useTranslations("rights-request");
  const locale = useLocale();
  if (rows.length === 0) return null;
  return (
    <PortalPart title={title}>
      <ul>
        {rows.map(({ id, reference, rights, isOverdue, ...row }) => (
          <li key={id} className="border-b border-rule py-3">
            <Link href={`/portal/${contact}/rights-requests/${id}`} prefetch={false}>
              <b>
                {joinParts(
                  rights.map((right) => t(`rights.${right}`)),
                  locale,
                )}
              </b>
            </Link>{" "}
            <span className="muted">
              <bdi>{reference}</bdi> ·{" "}
              {row.setAside === null ? (
                <Term row={row} zone={zone} />
              ) : (
                <SetAsideWords of={row.setAside} zone={zone} />
              )}
            </span>{" "}
            {markOf(id)} <Status kind={row.isAwaited ? "warn" : "plain"}>{t(`states.${row.state}`)}</Status>{" "}
            {row.heldInstruction !== null && (
              <Status kind="late">{t("list.heldInstruction", { number: row.heldInstruction })}</Status>
            )}{" "}
            {isOverdue && <Status kind="late">{t("portal.overdue")}</Status>}
          </li>
        ))}
      </ul>
    </PortalPart>
  );
}

/** Says when the person was answered, that it could not be reached, or the last day by which it is to be. */
function Term({
  row: { answeredAt, notReachedAt, dueOn, isPresumed, isPassedOn },
  zone,
}: {
  row: Pick<RelayedRow, "answeredAt" | "notReachedAt" | "dueOn" | "isPresumed" | "isPassedOn">;
  zone: Zone;
}) {
  const t = useTranslations("rights-request");
  const locale = useLocale();
  if (answeredAt !== null) return t("portal.answeredAt", { when: formatInstant(answeredAt, zone, locale) });
  if (notReachedAt !== null)
    return t("portal.notReachedAt", { when: formatInstant(notReachedAt, zone, locale) });
  if (dueOn === null) return t(isPassedOn ? "clocks.ownPassedOnShort" : "clocks.noLaw");
  const due = t("portal.due", { day: formatDay(dueOn, locale) });
  return isPresumed ? `${due} · ${t("list.presumed")}` : due;
}
