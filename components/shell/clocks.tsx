"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { formatOffset, localParts, offsetAt, type Zone } from "@/lib/domain/time/zones";
import { cityName } from "@/lib/i18n/calendar-words";

const SHOWN: readonly Zone[] = ["Africa/Casablanca", "Europe/Paris"];
const MINUTE_MS = 60_000;

/** Uses shipped zone rules. `nowMs` is the server's, so that hydration matches. */
export function Clocks({ nowMs }: { nowMs: number }) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const now = useMinute(nowMs);
  return (
    <div className="clocks" role="group" aria-label={t("clocks")}>
      {SHOWN.map((zone) => (
        <span key={zone}>
          <span className="city">{cityName(zone, locale)} </span>
          <b>
            <bdi>{clockAt(zone, now)}</bdi>
          </b>{" "}
          <small>
            <bdi>{formatOffset(offsetAt(zone, now))}</bdi>
          </small>
        </span>
      ))}
    </div>
  );
}

/** Updates each minute, and when the page becomes visible again. */
function useMinute(startMs: number): number {
  const [now, setNow] = useState(startMs);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      clearTimeout(timer);
      setNow(Date.now());
      timer = setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS) + 50);
    };
    tick();
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, []);
  return now;
}

function clockAt(zone: Zone, nowMs: number): string {
  const { hour, minute } = localParts(zone, nowMs);
  return [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
}
