import Link from "next/link";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "next-intl";
import { PortalPart } from "@/components/shell/portal-page";
import { Status } from "@/components/ui/status";
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
        {rows.map(({ id, reference, rights, dueOn, isOverdue, isPassedOn, answeredAt, ...row }) => (
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
              {answeredAt !== null
                ? t("portal.answeredAt", { when: formatInstant(answeredAt, zone, locale) })
                : dueOn === null
                  ? t(isPassedOn ? "clocks.ownPassedOnShort" : "clocks.noLaw")
                  : t("portal.due", { day: formatDay(dueOn, locale) })}
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
