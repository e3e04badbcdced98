import { obligationKey } from "@/lib/domain/obligation/rules";
import { type Duty, instantOfDay } from "@/lib/domain/obligation/types";
import type { Staff } from "./absence";
import {
  type AssignmentFact,
  belongsTo,
  type Ended,
  isEndedBy,
  type AssignmentStatus,
  assignmentStatusOf,
  type Whose,
} from "./assignment";

/** The last act on a line; of a review of an entry also when that was reviewed last, which no list of duties holds. */
export type LastFact = AssignmentFact & { reviewedOn: string | null; rowChangedAt: number | null };

/** Tells who has a line as its list shows it; `isEnded` where the fact has come that the line asked for. */
export type Assigned = AssignmentStatus & { isEnded: boolean };

type Line = Pick<Duty, "kind" | "subject" | "part" | "doneAt" | "changedAt">;

const REVIEW = "record.review ";

/** Holds who has which line, read once for a list: state of a duty is the duty's own, and is never stored with it. */
export class AssignmentBook {
  readonly #last: ReadonlyMap<string, LastFact>;
  readonly #ended = new Map<string, Ended>();

  constructor(
    facts: readonly LastFact[],
    readonly staff: Staff,
    duties: readonly Line[],
  ) {
    this.#last = new Map(facts.map((fact) => [fact.line, fact]));
    if (facts.length === 0) return;
    for (const { line, reviewedOn, rowChangedAt } of facts)
      if (reviewedOn && rowChangedAt !== null)
        this.#ended.set(line, { doneAt: instantOfDay(reviewedOn), changedAt: rowChangedAt });
    for (const duty of duties) if (duty.doneAt !== null) this.#end(duty);
  }

  #end({ doneAt, changedAt, ...of }: Line): void {
    const line = obligationKey(of);
    const known = this.#ended.get(line);
    if (this.#last.has(line) && (known?.doneAt ?? -Infinity) < (doneAt ?? 0))
      this.#ended.set(line, { doneAt, changedAt });
  }

  /** Finds who has a line, or had it when its fact came; null where nobody was asked. */
  of(duty: Line): Assigned | null {
    const fact = this.#last.get(obligationKey(duty));
    if (!fact) return null;
    const isEnded = isEndedBy(fact, duty.doneAt === null ? this.#ended.get(fact.line) : duty);
    if (isEnded !== (duty.doneAt !== null)) return null;
    return { ...assignmentStatusOf(fact, this.staff), isEnded };
  }

  /** Makes the filter of lines by who has them; undefined where everybody's are shown. */
  filter(whose: Whose | "", memberId: string): ((duty: Line) => boolean) | undefined {
    if (whose === "") return undefined;
    const keeps = belongsTo(whose, memberId);
    return (duty) => keeps(this.of(duty) ?? undefined);
  }

  /** Entries whose review somebody has, or had: reviews are read along their index, which is narrowed by these. */
  reviews(whose: Whose | "", memberId: string): ReviewsKept | null {
    if (whose === "") return null;
    const isExcluded = whose === "nobody";
    const keeps = belongsTo(whose, memberId);
    const idsOf = (ended: boolean) =>
      [...this.#last.values()].flatMap((fact) => {
        if (!fact.line.startsWith(REVIEW)) return [];
        if (isEndedBy(fact, this.#ended.get(fact.line)) !== ended) return [];
        return keeps(assignmentStatusOf(fact, this.staff)) === isExcluded
          ? []
          : [fact.line.slice(REVIEW.length)];
      });
    return { due: { ids: idsOf(false), isExcluded }, reviewed: { ids: idsOf(true), isExcluded } };
  }
}

/** Entries to which reviews that are due, or were done, are narrowed; or those that are left out. */
export type ReviewsKept = Record<"due" | "reviewed", { ids: readonly string[]; isExcluded: boolean }>;
