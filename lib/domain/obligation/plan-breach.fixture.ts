import { factAt, HOUR, T0 } from "@/lib/domain/breach/breach.fixture";
import type { Fact, FactKind, FactValue } from "@/lib/domain/breach/facts";
import { foldBreach } from "@/lib/domain/breach/file";
import { NO_CONTENT, type NoticeContent } from "@/lib/domain/breach/notice-content";
import { ROW } from "./obligation.fixture";
import { planBreach, type BreachToPlan, type IssuedNotice, type PartToPlan } from "./plan-breach";

export const seen = new Set<string>();

/** Hours after P0: "tell-in-hours +24" ends then, "tell ↑0" is owed since then; with how it ended and its hour. */
export function kindsOf(of: BreachToPlan): string[] {
  return planBreach(of).map(({ kind, due, doneAt, ending }) => {
    seen.add(kind);
    const end = due.type === "day" ? due.day : `${due.type === "since" ? "↑" : "+"}${(due.at - T0) / HOUR}`;
    const state = doneAt === null ? [] : [ending === "met" ? "done" : ending, String((doneAt - T0) / HOUR)];
    return [kind.slice("breach.".length), end, ...state].join(" ");
  });
}

export type FactInput = [kind: FactKind, more?: Partial<Fact>];
export const AWARE: FactInput = ["aware", { at: T0 }];
export const PROPOSED: FactInput = ["controller-proposed", { controllerId: "orvelle" }];
export const CONFIRMED: FactInput = ["controller-confirmed", { controllerId: "orvelle" }];
export const SET_ASIDE: FactInput = [
  "controller-set-aside",
  { controllerId: "orvelle", reason: "Base de test" },
];
export const text = (kind: FactKind, value: FactValue = { text: "x" }): FactInput => [kind, { value }];

/** A breach of which each fact is recorded an hour after the one before, the first at P0 + 1. */
export function breach(
  facts: readonly FactInput[],
  part: Partial<PartToPlan> = {},
  of: Partial<BreachToPlan> = {},
) {
  const numbered = facts.map(([kind, more], index) => factAt(index + 1, kind, more));
  const file = foldBreach(numbered);
  const wasConfirmed = numbered.some(({ kind }) => kind === "controller-confirmed");
  const parts = file.places.map((place): PartToPlan => ({
    id: `part-${place.controllerId}`,
    controller: { id: place.controllerId, name: "Orvelle SAS" },
    place,
    wasConfirmed,
    terms: null,
    ownHours: 24,
    informed: [],
    notices: [],
    calls: [],
    next: { kind: "none" },
    version: 0,
    changedAt: 0,
    ...part,
  }));
  return { row: ROW, isDrill: false, begunAt: T0, file, upstream: null, parts, ...of };
}

export const terms = { contractId: "c", reference: "C-009", hours: 24, means: "" };
export const informedAfter = (hours: number): Pick<PartToPlan, "informed"> => ({
  informed: [{ by: "call", at: T0 + hours * HOUR }],
});
export const whole: NoticeContent = {
  ...NO_CONTENT,
  whatHappened: "x",
  natures: ["confidentiality"],
  personCategories: "x",
  persons: 3,
  dataKinds: "x",
  records: 3,
  contactPoint: "x",
  consequences: "x",
  measures: "x",
};
export const notice = (hours: number, of: Partial<IssuedNotice> = {}): IssuedNotice => ({
  phase: "initial",
  issuedAt: T0 + hours * HOUR,
  lateReason: "",
  content: whole,
  leftAt: T0 + hours * HOUR,
  reachedAt: T0 + hours * HOUR,
  reach: "reached",
  ...of,
});
