import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PortalPart } from "@/components/shell/portal-page";
import { Status } from "@/components/ui/status";
import { TRANSITIONS } from "@/lib/domain/authorisation/lifecycle";
import type { loadRequests } from "@/lib/features/portal-decision/loaders";
import { dayAt, formatDay, formatDayEnd, formatInstant } from "@/lib/i18n/format";

type RequestListProps = {
  contact: string;
  title: string;
  rows: Awaited<ReturnType<typeof loadRequests>>["pending"];
  markOf: (id: string) => ReactNode;
};

/** Uses paragraphs, which reflow on a telephone. */
export function RequestList({ contact, title, rows, markOf }: RequestListProps) {
  const t = useTranslations("portal-decision");
  if (rows.length === 0) return null;
  return (
    <PortalPart title={title}>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="border-b border-rule py-3">
            <Link href={`/portal/${contact}/requests/${row.id}`} prefetch={false}>
              <b>{row.name}</b>
            </Link>{" "}
            <span className="muted">
              <bdi>{row.reference}</bdi> · {t(`regimes.${row.regime}`)}
            </span>
            <Mark of={markOf(row.id)} />
            <p>
              <RowState row={row} />
            </p>
          </li>
        ))}
      </ul>
    </PortalPart>
  );
}

function Mark({ of: mark }: { of: ReactNode }) {
  return mark && <> · {mark}</>;
}

function RowState({ row }: { row: RequestListProps["rows"][number] }) {
  const t = useTranslations("portal-decision");
  const locale = useLocale();
  const { state, period, decided, isAwaited, waits, zone, sentAt } = row;
  if (isAwaited) {
    const sent = formatDay(dayAt(sentAt, zone), locale);
    const end = period && {
      when:
        waits === "working-day"
          ? formatInstant(period.usableFrom, zone, locale)
          : formatDayEnd(period.lastDay, period.endsAt, zone, locale),
    };
    return <Status kind="warn">{end ? t("list.until", end) : t("list.sent", { day: sent })}</Status>;
  }
  const kind = state === "approved" || state === "not-objected" ? "ok" : "plain";
  return (
    <>
      <Status kind={kind}>
        {t(`states.${state === "approved" && row.isConditional ? "approved-under-conditions" : state}`)}
      </Status>{" "}
      {decided && <WhoDecided decided={decided} of={row} />}
    </>
  );
}

type Decided = NonNullable<RequestListProps["rows"][number]["decided"]>;

/** Names nobody for states that follow without a decision. */
function WhoDecided({
  decided,
  of: { state, zone },
}: {
  decided: Decided;
  of: RequestListProps["rows"][number];
}) {
  const t = useTranslations("portal-decision");
  const locale = useLocale();
  const { to } = TRANSITIONS[decided.event];
  const stated = { name: decided.signatory, when: formatInstant(decided.at, zone, locale) };
  return (
    <span className="muted">
      {to === state ? t("list.decided", stated) : t("list.before", { ...stated, what: t(`states.${to}`) })}
    </span>
  );
}
