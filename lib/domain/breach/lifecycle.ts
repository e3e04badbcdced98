import type { BreachFile, BreachStatus } from "./file";

export type LifeEvent = "contained" | "closed" | "reopened";

const TRANSITIONS: Record<BreachStatus, readonly LifeEvent[]> = {
  open: ["contained", "closed"],
  contained: ["closed"],
  closed: ["reopened"],
};

export function eventsFrom(status: BreachStatus): readonly LifeEvent[] {
  return TRANSITIONS[status];
}

/** States what stands in the way of closing; a reason overrides each, and stays with the fact. */
export type Obstacle =
  | { kind: "never-aware" }
  | { kind: "no-controller" }
  | { kind: "unsettled"; controllerId: string }
  | { kind: "not-told"; controllerId: string };

/**
 * Art. 33(2): every affected controller is told before the file is closed. `told` holds the controllers for which an
 * instant of awareness is proved.
 */
export function obstaclesToClosing(
  { awareAt, places }: Pick<BreachFile, "awareAt" | "places">,
  told: ReadonlySet<string>,
): Obstacle[] {
  const confirmed = places.filter(({ status }) => status === "confirmed");
  return [
    ...(awareAt === null ? [{ kind: "never-aware" } as const] : []),
    ...(confirmed.length === 0 ? [{ kind: "no-controller" } as const] : []),
    ...places.flatMap(({ status, controllerId }) =>
      status === "proposed" ? [{ kind: "unsettled", controllerId } as const] : [],
    ),
    ...confirmed.flatMap(({ controllerId }) =>
      told.has(controllerId) ? [] : [{ kind: "not-told", controllerId } as const],
    ),
  ];
}
