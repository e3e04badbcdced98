import { Fragment } from "react";
import { Check, Hourglass, TimerOff } from "lucide-react";
import { Status } from "./status";

const KINDS = {
  running: { kind: "plain", icon: Hourglass },
  soon: { kind: "warn", icon: Hourglass },
  urgent: { kind: "late", icon: Hourglass },
  past: { kind: "late", icon: TimerOff },
  kept: { kind: "ok", icon: Check },
} as const;

export type DeadlineState = keyof typeof KINDS;

/** Preformatted: relative, then absolute in both cities, "dans 16 h 57", "mer. 25 nov., 09:40 Casablanca …". */
export function Deadline({
  state,
  relative,
  absolute,
}: {
  state: DeadlineState;
  relative: string;
  absolute?: string;
}) {
  return (
    <>
      <Status {...KINDS[state]}>{relative}</Status>
      {absolute && <span className="when"> {absolute}</span>}
    </>
  );
}

/** `iso` is UTC, for machines. */
export function Instant({ iso, text }: { iso: string; text: string }) {
  return (
    <time dateTime={iso}>
      <Day text={text} />
    </time>
  );
}

/** Raises the ordinal of "1er sept. 2026", as French typography requires. */
export function Day({ text }: { text: string }) {
  return splitOrdinals(text).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && (
        <>
          1<sup>er</sup>
        </>
      )}
      {part}
    </Fragment>
  ));
}

/** Splits a text around each ordinal of its days; returns one text where there is none. */
export function splitOrdinals(text: string): readonly string[] {
  return text.split(/(?<=^|[\s\u00a0])1er(?=[\s\u00a0])/);
}
