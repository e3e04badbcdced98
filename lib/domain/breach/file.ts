import { isEventKind, isStatementKind, type EventKind, type Fact, type StatementKind } from "./facts";

export type BreachStatus = "open" | "contained" | "closed";

/** States what holds of one question, with everything that was said of it before, oldest first. */
export type Statement = { fact: Fact; earlier: readonly Fact[] };
export type Statements = Partial<Record<StatementKind, Statement>>;

/** The place of a controller: the last fact that says one. */
export type Place = { controllerId: string; status: "proposed" | "confirmed" | "set-aside"; fact: Fact };

export type Judgement = { isUndue: boolean };

/** Everything that is shown of a breach, folded from its facts. */
export type BreachFile = {
  status: BreachStatus;
  /** P0: the earliest awareness, from wherever it came. Null while there is a suspicion at most. */
  awareAt: number | null;
  aware: Fact | null;
  suspectedAt: number | null;
  occurred: { from: number | null; until: number | null } | null;
  /** S0: when the sub-processor became aware, as it said, and when it told us. */
  subProcessor: {
    id: string | null;
    name: string;
    awareAt: number | null;
    reportedAt: number | null;
    fact: Fact;
  } | null;
  containedAt: number | null;
  closedAt: number | null;
  /** Instant at which the closing was recorded, which may be later than the one that it states. */
  closingRecordedAt: number | null;
  statements: Statements;
  /** States what is said of one controller's share alone. */
  shares: ReadonlyMap<string, Statements>;
  places: readonly Place[];
  /** By the controller that was not told when the breach was closed: the last fact that says why. */
  leftUntold: ReadonlyMap<string, Fact>;
  /** By the controller whose notice was not taken back when the breach was closed: the last fact that says why. */
  leftUnrectified: ReadonlyMap<string, Fact>;
  /** Events that stand, newest instant first. */
  events: readonly Fact[];
  /** By the fact that was corrected, the one that corrects it. */
  correctedBy: ReadonlyMap<string, Fact>;
  /** The number of the last fact. */
  version: number;
};

const PLACES = {
  "controller-proposed": "proposed",
  "controller-confirmed": "confirmed",
  "controller-set-aside": "set-aside",
} as const;

/** Reads facts by their numbers: the order in which they are given is of no account. */
export function foldBreach(given: readonly Fact[]): BreachFile {
  const facts = given.toSorted((one, other) => one.number - other.number);
  const correctedBy = correctionsOf(facts);
  const valid = facts.filter(({ id, value }) => !correctedBy.has(id) && !value.isWithdrawn);
  const events = valid.filter(({ kind }) => isEventKind(kind));
  const known = events.map(asKnown);
  const aware = earliest(known, "aware", "awareness-elsewhere");
  const containment = earliest(events, "contained");
  const end = events.findLast(({ kind }) => kind === "closed" || kind === "reopened");
  const isClosed = end?.kind === "closed";
  return {
    status: isClosed ? "closed" : containment ? "contained" : "open",
    aware,
    awareAt: aware?.at ?? null,
    suspectedAt: earliest(known, "suspected")?.at ?? null,
    occurred: occurrence(events),
    subProcessor: findSubProcessor(events),
    containedAt: containment?.at ?? null,
    closedAt: isClosed ? (end?.at ?? null) : null,
    closingRecordedAt: isClosed ? end.recordedAt : null,
    statements: statementsOf(facts, valid, null),
    shares: sharesOf(facts, valid),
    places: placesOf(valid),
    leftUntold: isClosed ? leftAtClosing(valid, end, "controller-left-untold") : new Map(),
    leftUnrectified: isClosed ? leftAtClosing(valid, end, "controller-left-unrectified") : new Map(),
    events: events.toSorted(
      (one, other) => instantOfFact(other) - instantOfFact(one) || other.number - one.number,
    ),
    correctedBy,
    version: facts.at(-1)?.number ?? 0,
  };
}

/**
 * Reads what a sub-processor told as what it is for us: a breach is awareness at the instant of its telling, art. 33(2) and 28(4),
 * EDPB 9/2022 §44; a suspicion is one. Where that instant is unknown, we knew by the time of recording.
 */
function asKnown(fact: Fact): Fact {
  const { kind, value, recordedAt } = fact;
  if (kind !== "told-by-sub-processor" || value.told === undefined) return fact;
  return {
    ...fact,
    kind: value.told === "breach" ? "aware" : "suspected",
    at: value.toldAt ?? recordedAt,
  };
}

/** An event without an instant stands where it was recorded. */
export function instantOfFact({ at, recordedAt }: Pick<Fact, "at" | "recordedAt">): number {
  return at ?? recordedAt;
}

/** Takes the later recorded of two corrections of one fact. */
function correctionsOf(facts: readonly Fact[]): Map<string, Fact> {
  return new Map(
    facts.flatMap((fact) => (fact.correctsId === null ? [] : [[fact.correctsId, fact] as const])),
  );
}

function earliest(events: readonly Fact[], ...kinds: EventKind[]): Fact | null {
  const dated = events.filter(({ kind, at }) => at !== null && (kinds as string[]).includes(kind));
  return dated.reduce<Fact | null>(
    (first, fact) => (first && (first.at ?? 0) <= (fact.at ?? 0) ? first : fact),
    null,
  );
}

function occurrence(events: readonly Fact[]): BreachFile["occurred"] {
  const fact = events.findLast(({ kind }) => kind === "occurred");
  return fact ? { from: fact.at, until: fact.value.until ?? null } : null;
}

function findSubProcessor(events: readonly Fact[]): BreachFile["subProcessor"] {
  const fact = events.findLast(({ kind }) => kind === "told-by-sub-processor");
  if (!fact) return null;
  const { subProcessorId, name, toldAt } = fact.value;
  return { id: subProcessorId ?? null, name: name ?? "", awareAt: fact.at, reportedAt: toldAt ?? null, fact };
}

/** Returns the last valid fact of each question, with the earlier ones beside it. */
function statementsOf(
  facts: readonly Fact[],
  valid: readonly Fact[],
  controllerId: string | null,
): Statements {
  const statements: Statements = {};
  for (const fact of valid) {
    if (fact.controllerId !== controllerId || !isStatementKind(fact.kind)) continue;
    const earlier = facts.filter(
      (other) =>
        other.kind === fact.kind && other.controllerId === controllerId && other.number < fact.number,
    );
    statements[fact.kind] = { fact, earlier };
  }
  return statements;
}

function sharesOf(facts: readonly Fact[], valid: readonly Fact[]): Map<string, Statements> {
  const ids = new Set(
    valid.flatMap(({ kind, controllerId }) => (controllerId && isStatementKind(kind) ? [controllerId] : [])),
  );
  return new Map([...ids].map((id) => [id, statementsOf(facts, valid, id)]));
}

function placesOf(valid: readonly Fact[]): Place[] {
  const places = new Map<string, Place>();
  for (const fact of valid) {
    const { kind, controllerId } = fact;
    if (controllerId === null || !(kind in PLACES)) continue;
    places.set(controllerId, { controllerId, status: PLACES[kind as keyof typeof PLACES], fact });
  }
  return [...places.values()];
}

/** Reopened, a breach owes its notices and rectifications again: reasons of an earlier closing count no more. */
function leftAtClosing(
  valid: readonly Fact[],
  closing: Fact,
  kind: "controller-left-untold" | "controller-left-unrectified",
): Map<string, Fact> {
  const reopened = valid.findLast(({ kind, number }) => kind === "reopened" && number < closing.number);
  return new Map(
    valid.flatMap((fact) =>
      fact.kind === kind && fact.controllerId && fact.number > (reopened?.number ?? 0)
        ? [[fact.controllerId, fact] as const]
        : [],
    ),
  );
}

/** Reads what a person decided of the time that a controller waited; null: nobody did, or the answer is unknown. */
export function judgementOf({ shares }: Pick<BreachFile, "shares">, controllerId: string): Judgement | null {
  const fact = shares.get(controllerId)?.["delay-judged"]?.fact;
  return typeof fact?.value.isUndue === "boolean" ? { isUndue: fact.value.isUndue } : null;
}

/** Figures of a share: those of the whole are no other controller's than a sole one's. */
const FIGURES: readonly StatementKind[] = ["persons", "records"];

/**
 * Reads what is said of a controller: of its own share first, else of the whole breach. A figure of the whole counts only
 * where no other controller is affected; it is unknown until its share says it.
 */
export function statementFor(
  { statements, shares, places }: Pick<BreachFile, "statements" | "shares" | "places">,
  controllerId: string,
  kind: StatementKind,
): Statement | undefined {
  const isWhole = isSoleController({ places }, controllerId) || !FIGURES.includes(kind);
  const whole = isWhole ? statements[kind] : undefined;
  return shares.get(controllerId)?.[kind] ?? whole;
}

/** True where no other controller is affected: the whole is then its part. */
export function isSoleController({ places }: Pick<BreachFile, "places">, controllerId: string): boolean {
  return places.every((place) => place.controllerId === controllerId || place.status === "set-aside");
}
