"use client";

import { Siren } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { clockParts, useServerSecond } from "@/components/ui/use-server-second";
import { navHref } from "./nav-items";

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

/** Shown on every page until each controller is told. */
export function BreachLines({ org, lines, nowMs }: BreachLinesProps) {
  if (lines.length === 0) return null;
  return lines.map((line) => <BreachLine key={line.id} org={org} line={line} nowMs={nowMs} />);
}

function BreachLine({ org, line, nowMs }: { org: string; line: RunningLine; nowMs: number }) {
  const t = useTranslations("shell.breach");
  const now = useServerSecond(nowMs);
  const { awareAt, deadline, notInformed, proposed } = line;
  const key = clockKey(line, now);
  const { hours, seconds } = clockParts((deadline ?? now) - (deadline === null ? (awareAt ?? now) : now));
  return (
    <p className="example-line breach-line">
      <Icon of={Siren} small />
      <span>
        {line.isDrill && <b>{t("drill")} </b>}
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
