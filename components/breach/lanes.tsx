import { useLocale, useTranslations } from "next-intl";
import type { ControllerClock } from "@/lib/domain/breach/deadlines";
import { startOfDay, todayIn } from "@/lib/domain/time/zones";
import { formatDay } from "@/lib/i18n/format";
import { hourText } from "./instants";

const HOUR_MS = 3_600_000;
const ZONE = "Africa/Casablanca";

/** Sets one scale for every lane, in milliseconds of UTC. */
export type Scale = { from: number; to: number };

export function scaleOf(awareAt: number, clocks: readonly ControllerClock[], now: number): Scale {
  const ends = clocks.flatMap(({ deadline, authority }) => [deadline ?? 0, authority?.target ?? 0]);
  const span = Math.max(now, awareAt + 24 * HOUR_MS, ...ends) - awareAt;
  return { from: awareAt - span * 0.05, to: awareAt + span * 1.12 };
}

/** The side from which a lane is read: SVG has no logical coordinates. */
function usePlace({ from, to }: Scale): (instant: number) => string {
  const isRtl = useLocale() === "ar";
  return (instant) => {
    const share = Math.min(100, Math.max(0, ((instant - from) / (to - from)) * 100));
    return `${(isRtl ? 100 - share : share).toFixed(2)}%`;
  };
}

const DAYS_SHOWN = 6;

export function LaneScale({ scale, now }: { scale: Scale; now: number }) {
  const locale = useLocale();
  const place = usePlace(scale);
  const days = daysIn(scale);
  const step = Math.ceil(days.length / DAYS_SHOWN);
  return (
    <svg className="scale" aria-hidden="true">
      {days
        .filter((_, index) => index % step === 0)
        .map((day) => {
          const x = place(startOfDay(ZONE, day));
          return (
            <g key={day}>
              <line className="mk soft" x1={x} x2={x} y1="0" y2="22" strokeWidth="1" />
              <text x={x} dx={locale === "ar" ? -6 : 6} y="15">
                {formatDay(day, locale, { weekday: true }).replace(/\s\d{4}$/, "")}
              </text>
            </g>
          );
        })}
      <line className="mk now" x1={place(now)} x2={place(now)} y1="0" y2="22" />
    </svg>
  );
}

function daysIn({ from, to }: Scale): string[] {
  const days: string[] = [];
  for (let at = from; at < to; at += 24 * HOUR_MS) days.push(todayIn(ZONE, at));
  return [...new Set([...days, todayIn(ZONE, to)])].filter((day) => startOfDay(ZONE, day) >= from);
}

type LaneProps = { scale: Scale; awareAt: number; clock: ControllerClock; now: number };

/** Our time until the controller is told, then its own 72 hours; the words beside it say the same. */
export function Lane({ scale, awareAt, clock, now }: LaneProps) {
  const t = useTranslations("breach.lane");
  const place = usePlace(scale);
  const { deadline, informedAt, toldAt, authority } = clock;
  const until = toldAt ?? now;
  return (
    <svg className="lane" aria-hidden="true">
      <line className="axis" x1="0" x2="100%" y1="10.5" y2="10.5" />
      <line className="run" x1={place(awareAt)} x2={place(until)} y1="10.5" y2="10.5" />
      <Mark x={place(awareAt)} />
      {toldAt !== null && <Mark x={place(toldAt)} />}
      {informedAt !== null && informedAt !== toldAt && <Mark x={place(informedAt)} kind="soft" />}
      {authority && (
        <>
          <line
            className="run theirs"
            x1={place(informedAt ?? until)}
            x2={place(authority.target)}
            y1="10.5"
            y2="10.5"
          />
          <Mark
            x={place(authority.target)}
            kind="soft"
            text={t("theirs", { hour: hourText(authority.target) })}
          />
        </>
      )}
      {deadline !== null && (
        <Mark
          x={place(deadline)}
          kind={toldAt === null ? "end" : "soft"}
          text={t("deadline", { hour: hourText(deadline) })}
        />
      )}
      <line className="mk now" x1={place(now)} x2={place(now)} y1="-3" y2="24" />
    </svg>
  );
}

function Mark({ x, kind, text }: { x: string; kind?: "soft" | "end"; text?: string }) {
  return (
    <>
      <line className={kind ? `mk ${kind}` : "mk"} x1={x} x2={x} y1="2" y2="19" />
      {text && (
        <text x={x} y="31" textAnchor="middle">
          {text}
        </text>
      )}
    </>
  );
}
