import { lackingIn, needsOf, type LineAnswer, type EvidenceValues, type EvidenceField } from "./answers";
import type { DrawnLine, LineKind, LineState } from "./types";

/** A line as the closing reads it. `documents` is how many files stand beside it. */
export type ReadLine = {
  id: string;
  kind: LineKind;
  title: string;
  state: LineState;
  answer: LineAnswer | null;
  evidence: Partial<EvidenceValues>;
  documents: number;
};

export type BlockerKey =
  | "open"
  | "waiting"
  | "proofGone"
  | "lacking"
  | "notListed"
  | "nothingListed"
  | "choiceNotFollowed"
  | "againstChoice"
  | "keptWithoutLaw";

/**
 * Reason why a run cannot be closed, and the line to mend; null where no line exists yet. Words:
 * `contract-end.blockers`.
 */
export type Blocker = {
  key: BlockerKey;
  lineId: string | null;
  /** Fields that the certificate requires and the answer lacks. */
  fields?: readonly EvidenceField[];
};

/**
 * Answers for systems compatible with each choice. Statutory retention, and lines where nothing was held, go
 * with any choice.
 */
const FOLLOWS: Partial<Record<LineAnswer, readonly LineAnswer[]>> = {
  "chose-deletion": ["deleted", "kept", "nothing-held"],
  "chose-return": ["returned", "deleted", "kept", "nothing-held"],
  "chose-hand-over": ["handed-over", "deleted", "kept", "nothing-held"],
};

/** Answer that fulfils each choice, whatever else was deleted. */
const FULFILS: Partial<Record<LineAnswer, LineAnswer>> = {
  "chose-return": "returned",
  "chose-hand-over": "handed-over",
};

/**
 * All that stands between a run and its certificate, 28(3)(g): a line without its answer, a purge to come, something the
 * register names since, a choice that was not followed, data kept without a law that obliges to.
 */
export function blockersOf(lines: readonly ReadLine[], missing: readonly DrawnLine[]): Blocker[] {
  const systems = lines.filter(({ kind }) => kind === "system");
  return [
    ...lines.flatMap(({ id, state }): Blocker[] => (state === "settled" ? [] : [{ key: state, lineId: id }])),
    ...missingProof(lines),
    ...lacking(lines),
    ...missing.map((): Blocker => ({ key: "notListed", lineId: null })),
    ...(systems.length === 0 ? [{ key: "nothingListed" as const, lineId: null }] : []),
    ...againstChoice(lines, systems),
    ...retainedWithoutLaw(lines, systems),
  ];
}

/** A writing that proved an answer, and was withdrawn since. */
function missingProof(lines: readonly ReadLine[]): Blocker[] {
  return lines
    .filter(
      ({ state, answer, evidence, documents, ...line }) =>
        state === "settled" &&
        answer !== null &&
        documents === 0 &&
        needsOf(answer, { means: evidence.means ?? "" }, line).includes("document"),
    )
    .map(({ id }): Blocker => ({ key: "proofGone", lineId: id }));
}

/** A return that names nobody, a deletion of what has no name: the certificate would say nothing. */
function lacking(lines: readonly ReadLine[]): Blocker[] {
  return lines.flatMap(({ id, state, answer, evidence, ...line }): Blocker[] => {
    const fields = state === "settled" && answer !== null ? lackingIn(answer, evidence, line) : [];
    return fields.length === 0 ? [] : [{ key: "lacking", lineId: id, fields }];
  });
}

function againstChoice(lines: readonly ReadLine[], systems: readonly ReadLine[]): Blocker[] {
  const choice = lines.find(({ kind }) => kind === "choice");
  const chosen = choice?.answer;
  if (!choice || !chosen) return [];
  const against = systems
    .filter(({ answer }) => answer !== null && !FOLLOWS[chosen]?.includes(answer))
    .map(({ id }): Blocker => ({ key: "againstChoice", lineId: id }));
  const wanted = FULFILS[chosen];
  const isHeld = systems.some(({ answer }) => answer === "deleted");
  const isFollowed = !wanted || !isHeld || systems.some(({ answer }) => answer === wanted);
  return isFollowed ? against : [...against, { key: "choiceNotFollowed", lineId: choice.id }];
}

function retainedWithoutLaw(lines: readonly ReadLine[], systems: readonly ReadLine[]): Blocker[] {
  if (lines.some(({ answer }) => answer === "kept-by-law")) return [];
  return systems
    .filter(({ answer }) => answer === "kept")
    .map(({ id }): Blocker => ({ key: "keptWithoutLaw", lineId: id }));
}
