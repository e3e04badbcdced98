import { type Duration, TzDatabase } from "timezonecomplete";
import tzdata from "tzdata";
import type { Zone } from "./zones";

const utc = (iso: string) => Date.parse(iso);

TzDatabase.init(tzdata);
/** Minutes that the package finds for one instant. */
export const upstream = (zone: Zone, instant: number) =>
  TzDatabase.instance().totalOffset(zone, instant).minutes();

// timezonecomplete reads the end of a zone's line ("2026 Sep 20 2:00" on the wall, 01:00Z) as UTC: an hour late.
const LATE_UPSTREAM: Partial<Record<Zone, [from: number, until: number][]>> = {
  "Africa/Casablanca": [
    [utc("2018-10-28T02:00Z"), utc("2018-10-28T03:00Z")],
    [utc("2026-09-20T01:00Z"), utc("2026-09-20T02:00Z")],
  ],
};
export const isLateUpstream = (zone: Zone, instant: number) =>
  (LATE_UPSTREAM[zone] ?? []).some(([from, until]) => instant >= from && instant < until);

type Change = { at: number; minutes: number };
type Walked = {
  transition: { atUtc: { unixMillis: number }; newState: Record<"dstOffset" | "standardOffset", Duration> };
};

/**
 * Walks the changes of a zone until 2101 once, in the package's own order, which is not always that of time: asked for
 * one instant, it walks them all anew.
 */
export function walkUpstream(zone: Zone): Change[] {
  const transitions: Record<"findFirst" | "findNext", (from?: Walked) => Walked | undefined> =
    TzDatabase.instance()["_getZoneTransitions"](zone);
  const changes: Change[] = [];
  for (let step = transitions.findFirst(); step; step = transitions.findNext(step)) {
    const { atUtc, newState } = step.transition;
    if (atUtc.unixMillis >= utc("2101-01-01T00:00Z")) break;
    const minutes = newState.dstOffset.add(newState.standardOffset).minutes();
    changes.push({ at: atUtc.unixMillis, minutes });
  }
  return changes;
}

/** Minutes of the last change before the first that is yet to come, as the package finds them. */
export function minutesAfter(changes: readonly Change[], instant: number): number | undefined {
  const next = changes.findIndex(({ at }) => at > instant);
  return changes.at(next === -1 ? -1 : next - 1)?.minutes;
}
