import { useLocale, useTranslations } from "next-intl";
import { Deadline } from "@/components/ui/deadline";
import type { authorityOf } from "@/lib/features/breach-notice/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { BothClocks } from "./notice-words";

type AuthorityClockProps = { authority: ReturnType<typeof authorityOf>; now: number };

const HOUR_MS = 3_600_000;
const SOON_HOURS = 24;
const URGENT_HOURS = 2;

/** The controller's own 72 hours from its awareness, article 33(1): only where that article or the UK GDPR binds it. */
export function AuthorityClock({ authority: { law, clocks }, now }: AuthorityClockProps) {
  const [t, locale] = [useTranslations("breach-notice"), useLocale()];
  if (!clocks) return <p className="mt-3">{t(`laws.${law}`)}</p>;
  const { target, literal1182, hasFewWorkingDays } = clocks;
  const left = Math.max(0, target - now);
  const hours = Math.floor(left / HOUR_MS);
  const minutes = Math.floor((left % HOUR_MS) / 60_000);
  const isPast = target <= now;
  const state = isPast ? "past" : hours < URGENT_HOURS ? "urgent" : hours < SOON_HOURS ? "soon" : "running";
  return (
    <div className="mt-3">
      <p role="timer">
        <Deadline
          state={state}
          relative={isPast ? t("clocks.past") : t("clocks.left", { hours, minutes })}
          absolute={formatInstant(target, "Europe/Paris", locale)}
        />
      </p>
      <p className="muted">
        {t(`laws.${law}`)} {t("clocks.literal")} <BothClocks at={literal1182} />
        {hasFewWorkingDays && ` ${t("clocks.fewWorkingDays")}`}
      </p>
    </div>
  );
}
