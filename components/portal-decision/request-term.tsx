import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import type { loadRequest } from "@/lib/features/portal-decision/loaders";
import { formatDayEnd, formatEndInCasablanca, formatInstant } from "@/lib/i18n/format";

type Loaded = Awaited<ReturnType<typeof loadRequest>>;
type TermProps = {
  of: Pick<Loaded, "period" | "leftMs" | "state" | "request" | "waits" | "receipt" | "isSilenceHeld">;
};

/** Gives time left and the effect of silence before the choice, relative and in both cities. */
export function RequestTerm({ of }: TermProps) {
  const t = useTranslations("portal-decision");
  const { period, leftMs, state, request, waits } = of;
  const isOver = state === "expired" || state === "not-objected";
  if (waits === null && !isOver) return null;
  return (
    <div className={classNames("term", state === "expired" && "past")}>
      <b>{leftMs === null ? t(`term.${noPeriodReason(of)}`) : <TimeLeft ms={leftMs} />}</b>
      <p>
        {period && <TermEnd period={period} zone={request.zone} />}{" "}
        {t.rich(`silence.${silenceOf(of)}`, { b: (chunks) => <strong>{chunks}</strong> })}
        {period && !period.endsOnWorkingDay && <DayOff of={of} usableFrom={period.usableFrom} />}
      </p>
      {period && of.receipt && <ReceivedBy receipt={of.receipt} zone={request.zone} />}
    </div>
  );
}

/** Switches from days to hours and minutes near the end. */
function TimeLeft({ ms }: { ms: number }) {
  const t = useTranslations("portal-decision.left");
  const minutes = Math.floor(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  return hours >= 72
    ? t("days", { days: Math.floor(hours / 24) })
    : t("hours", { hours, minutes: String(minutes % 60).padStart(2, "0") });
}

function ReceivedBy({
  receipt,
  zone,
}: {
  receipt: NonNullable<Loaded["receipt"]>;
  zone: Loaded["request"]["zone"];
}) {
  const t = useTranslations("portal-decision.term.receipt");
  const when = formatInstant(receipt.at.getTime(), zone, useLocale(), { long: true });
  return <p className="muted">{t(receipt.source, { when, source: receipt.stated })}</p>;
}

function TermEnd({
  period,
  zone,
}: {
  period: NonNullable<Loaded["period"]>;
  zone: Loaded["request"]["zone"];
}) {
  const t = useTranslations("portal-decision.term");
  const locale = useLocale();
  const { lastDay, endsAt } = period;
  const theirs = formatDayEnd(lastDay, endsAt, zone, locale, { weekday: true, long: true });
  const ours = formatEndInCasablanca(lastDay, endsAt, zone, locale);
  return ours === "" ? t("endsHere", { theirs }) : t("ends", { theirs, ours });
}

/** A non-working last day extends no deadline; under a general authorisation use waits for the next working day. */
function DayOff({ of: { request, state }, usableFrom }: TermProps & { usableFrom: number }) {
  const t = useTranslations("portal-decision.term");
  const locale = useLocale();
  const when = formatInstant(usableFrom, request.zone, locale, { long: true });
  return <> {state === "notified" ? t("dayOffUsed", { when }) : t("dayOff")}</>;
}

/** Reasons: elapsed, agreed by a contract that ended, or never agreed. */
function noPeriodReason({ period, request, waits }: TermProps["of"]): string {
  if (period) return "over";
  return waits === "confirmation" && request.days !== null ? "lapsed" : "none";
}

function silenceOf({ state, period, request, waits, isSilenceHeld }: TermProps["of"]): string {
  if (isSilenceHeld) return "generalHeld";
  if (state === "expired") return "expired";
  if (state === "not-objected") return "passed";
  if (waits === "working-day") return "generalOver";
  return `${request.regime}${period ? "" : "Unagreed"}`;
}
