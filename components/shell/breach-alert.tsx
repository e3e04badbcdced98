"use client";

import { Siren } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { clockParts, useServerSecond } from "@/components/ui/use-server-second";
import { navHref } from "./nav-href";

export type RunningLine = {
  id: string;
  reference: string;
  title: string;
  isDrill: boolean;
  awareAt: number | null;
  notInformed: number;
  proposed: number;
  deadline: number | null;
};

type BreachLinesProps = { org: string; lines: readonly RunningLine[]; nowMs: number };

/** Shows on every page, until each controller is told, the running breach whose clock is nearest and how many others run. */
export function BreachAlert({ org, lines, nowMs }: BreachLinesProps) {
  const t = useTranslations("shell.breach");
  const running = lines.filter(({ isDrill }) => !isDrill);
  const nearest = nearestOf(running);
  if (nearest === null) return null;
  return (
    <section className="alert-line" aria-label={t("alert")}>
      <BreachLine org={org} line={nearest} nowMs={nowMs} />
      {running.length > 1 && (
        <Link href={navHref(org, "/breaches")} prefetch={false}>
          {t("others", { count: running.length - 1 })}
        </Link>
      )}
    </section>
  );
}

/** The earliest deadline; without one, whoever has known for longest, and a breach that nobody is aware of yet comes last. */
export function nearestOf(lines: readonly RunningLine[]): RunningLine | null {
  const order = ({ deadline, awareAt }: RunningLine): [number, number] => [
    deadline ?? Number.POSITIVE_INFINITY,
    awareAt ?? Number.POSITIVE_INFINITY,
  ];
  return lines.reduce<RunningLine | null>((nearest, line) => {
    if (nearest === null) return line;
    const [deadline, awareAt] = order(line);
    const [other, since] = order(nearest);
    return deadline < other || (deadline === other && awareAt < since) ? line : nearest;
  }, null);
}

function BreachLine({ org, line, nowMs }: { org: string; line: RunningLine; nowMs: number }) {
  const t = useTranslations("shell.breach");
  const now = useServerSecond(nowMs);
  const { awareAt, deadline, notInformed, proposed } = line;
  const key = clockKey(line, now);
  const { hours, seconds } = clockParts((deadline ?? now) - (deadline === null ? (awareAt ?? now) : now));
  return (
    <p>
      <Icon of={Siren} small />
      <span>
        <Link href={navHref(org, `/breaches/${line.id}`)} prefetch={false}>
          <bdi>{line.reference}</bdi> · <bdi dir="auto">{line.title}</bdi>
        </Link>{" "}
        {notInformed > 0 && t("notInformed", { count: notInformed })}
        {notInformed === 0 && (proposed > 0 ? t("proposed", { count: proposed }) : t("noController"))}{" "}
        {key && (
          <span role="timer" aria-live="off">
            {t(key)}{" "}
            <b>
              <bdi>
                {hours}
                {seconds}
              </bdi>
            </b>
          </span>
        )}
      </span>
    </p>
  );
}

/** A deadline counts down and then up again; without one the time since awareness counts. */
function clockKey({ awareAt, deadline }: RunningLine, now: number): "left" | "late" | "elapsed" | null {
  if (awareAt === null) return null;
  if (deadline === null) return "elapsed";
  return now > deadline ? "late" : "left";
}
