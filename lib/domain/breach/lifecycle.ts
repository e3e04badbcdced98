import type { BreachStatus } from "./file";

export type LifeEvent = "contained" | "closed" | "reopened";

const TRANSITIONS: Record<BreachStatus, readonly LifeEvent[]> = {
  open: ["contained", "closed"],
  contained: ["closed"],
  closed: ["reopened"],
};

export function eventsFrom(status: BreachStatus): readonly LifeEvent[] {
  return TRANSITIONS[status];
}
