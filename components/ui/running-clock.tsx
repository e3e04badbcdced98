"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/lib/i18n/format";
import { clockParts, useServerSecond } from "./use-server-second";

type RunningClockProps = {
  nowMs: number;
  /** Counts down to it; absent: counts up from `since`. */
  until?: number | null;
  since?: number | null;
  label: string;
};

const MINUTE_MS = 60_000;
/** Remaining minutes at which a screen reader is told. */
const ANNOUNCED = [120, 30, 0];

export function RunningClock({ nowMs, until, since, label }: RunningClockProps) {
  const t = useTranslations("ui.clock");
  const locale = useLocale();
  const now = useServerSecond(nowMs);
  const left = until ? until - now : null;
  const { hours, seconds } = clockParts(left ?? now - (since ?? now));
  const minutes = left === null ? null : Math.ceil(left / MINUTE_MS);
  const announced = minutes === null ? undefined : ANNOUNCED.find((at) => minutes === at);
  return (
    <>
      <p className="clock" role="timer" aria-label={label} aria-live="off">
        <bdi>
          {left !== null && left < 0 ? "−" : ""}
          {hours}
          <small>{seconds}</small>
        </bdi>
      </p>
      {/* On paper the clock stands still: it says when it was read. */}
      <p className="muted hidden print:block">
        {t("readAt", { when: formatInstant(now, "Africa/Casablanca", locale) })}
      </p>
      <span className="sr" aria-live="polite">
        {announced !== undefined && t("announced", { label, minutes: announced })}
      </span>
    </>
  );
}
