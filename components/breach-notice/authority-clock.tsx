import { useTranslations } from "next-intl";
import { Deadline } from "@/components/ui/deadline";
import { RunningClock } from "@/components/ui/running-clock";
import { hasAuthorityClock } from "@/lib/domain/breach/authority-law";
import type { authorityOf } from "@/lib/features/breach-notice/loaders";
import { BothClocks } from "./notice-words";

type AuthorityClockProps = { authority: ReturnType<typeof authorityOf>; now: number };

const HOUR_MS = 3_600_000;
const SOON_MS = 24 * HOUR_MS;
const URGENT_MS = 2 * HOUR_MS;

/** The controller's own 72 hours from its awareness, article 33(1): only where that article or the UK GDPR binds it. */
export function AuthorityClock({ authority: { law, clocks }, now }: AuthorityClockProps) {
  const t = useTranslations("breach-notice");
  if (!clocks)
    return (
      <p className="mt-3">
        {hasAuthorityClock(law) && `${t("clocks.notStarted")} `}
        {t(`laws.${law}`)}
      </p>
    );
  const { target, literal1182, hasFewWorkingDays } = clocks;
  const left = target - now;
  return (
    <div className="mt-3">
      <RunningClock nowMs={now} until={target} label={t("portal.clock")} />
      <p>
        <Deadline state={stateOf(left)} relative={t(left <= 0 ? "clocks.since" : "clocks.before")} />{" "}
        <BothClocks at={target} />
      </p>
      <p className="muted">
        {t(`laws.${law}`)} {t("clocks.literal")} <BothClocks at={literal1182} />
        {hasFewWorkingDays && ` ${t("clocks.fewWorkingDays")}`}
      </p>
    </div>
  );
}

function stateOf(left: number) {
  if (left <= 0) return "past";
  return left < URGENT_MS ? "urgent" : left < SOON_MS ? "soon" : "running";
}
