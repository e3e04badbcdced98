import { useTranslations } from "next-intl";
import { Deadline } from "@/components/ui/deadline";
import { RunningClock } from "@/components/ui/running-clock";
import { DutyLines } from "@/components/shell/duty-lines";
import { areAuthoritiesAnswered, type OwnNotification } from "@/lib/domain/breach/own-notification";
import { timedDuties } from "@/lib/domain/breach/authority-duties";
import type { Zone } from "@/lib/domain/time/zones";
import type { Authority } from "@/lib/features/breach-notice/loaders";
import { BothClocks } from "./notice-words";

type AuthorityClockProps = {
  authority: Authority;
  own: readonly OwnNotification[];
  /** The earliest awareness known, the processor's or the controller's; null where none is. */
  aware: number | null;
  now: number;
  zone: Zone;
};

const HOUR_MS = 3_600_000;
const SOON_MS = 24 * HOUR_MS;
const URGENT_MS = 2 * HOUR_MS;

/** The controller's own 72 hours from its awareness, article 33(1), where one of its laws sets them; and what each law asks. */
export function AuthorityClock({
  authority: { duties, clocks },
  own,
  aware,
  now,
  zone,
}: AuthorityClockProps) {
  const t = useTranslations("breach-notice");
  if (!clocks)
    return (
      <div className="mt-3">
        {timedDuties(duties).length > 0 && <p>{t("clocks.notStarted")}</p>}
        <DutyLines duties={duties} />
      </div>
    );
  const { target, literal1182, hasFewWorkingDays } = clocks;
  const left = target - now;
  const isAnswered = areAuthoritiesAnswered(own, duties, aware);
  return (
    <div className="mt-3">
      {isAnswered ? (
        <p>
          {t("clocks.before")} <BothClocks at={target} zone={zone} />
        </p>
      ) : (
        <>
          <RunningClock nowMs={now} until={target} label={t("portal.clock")} />
          <p>
            <Deadline state={stateOf(left)} relative={t(left <= 0 ? "clocks.since" : "clocks.before")} />{" "}
            <BothClocks at={target} zone={zone} />
          </p>
        </>
      )}
      <DutyLines duties={duties} />
      <p className="muted">
        {t("clocks.literal")} <BothClocks at={literal1182} zone={zone} />
        {hasFewWorkingDays && ` ${t("clocks.fewWorkingDays")}`}
      </p>
    </div>
  );
}

function stateOf(left: number) {
  if (left <= 0) return "past";
  return left < URGENT_MS ? "urgent" : left < SOON_MS ? "soon" : "running";
}
