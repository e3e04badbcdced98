import { EVERY_PURPOSE } from "@/lib/domain/choice/choices";
import type { StatedTimes } from "@/lib/domain/choice/stop-times";
import type { Fact, FactValue } from "./facts";
import type { StopExtent } from "./rights";

/** Extent of an objection as facts hold it, absent where it ends everything. */
export type StatedExtent = Pick<FactValue, "stops" | "stopPurpose" | "stopTimes">;

/**
 * Extent to which an objection or a withdrawal was narrowed as it was placed, also as it was passed on to a controller, who is shown no
 * placing; everything where it was not.
 */
export function extentPlaced(facts: readonly Fact[]): StatedExtent {
  const { stops, stopPurpose, stopTimes } =
    facts.findLast(({ kind, value }) => kind === "placed" || (isPassedOn(kind) && value.stops))?.value ?? {};
  return {
    ...(stops !== undefined && { stops }),
    ...(stopPurpose !== undefined && { stopPurpose }),
    ...(stopTimes !== undefined && { stopTimes }),
  };
}

function isPassedOn(kind: Fact["kind"]): boolean {
  return kind === "relayed" || kind === "lodged";
}

/** Extent of what a request ends: acts, purpose, and the times at which it does; null of times is always. */
export type StopLimits = { extent: StopExtent; purpose: string; times: StatedTimes | null };

export function stopLimits({ stops = "everything", stopPurpose, stopTimes }: StatedExtent): StopLimits {
  return { extent: stops, purpose: stopPurpose ?? EVERY_PURPOSE, times: stopTimes ?? null };
}
