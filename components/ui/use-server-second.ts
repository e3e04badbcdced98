"use client";

import { useEffect, useState } from "react";

/**
 * Milliseconds of the server's clock, each second: a telephone that is five minutes wrong counts down as the server does.
 * `nowMs` is the server's at rendering, so that hydration matches.
 */
export function useServerSecond(nowMs: number): number {
  const [now, setNow] = useState(nowMs);
  useEffect(() => {
    const skew = nowMs - Date.now();
    const timer = setInterval(() => setNow(Date.now() + skew), 1000);
    return () => clearInterval(timer);
  }, [nowMs]);
  return now;
}

/** "16:57" and ":48": hours that may exceed a day, minutes, and seconds apart. */
export function clockParts(milliseconds: number): { hours: string; seconds: string } {
  const whole = Math.floor(Math.abs(milliseconds) / 1000);
  const two = (part: number) => String(part).padStart(2, "0");
  return {
    hours: `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}`,
    seconds: `:${two(whole % 60)}`,
  };
}
