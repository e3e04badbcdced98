import type { Obligation } from "@/lib/domain/obligation/types";
import type { Tx } from "@/lib/platform/database/transaction";

/** Bounds of the candidates; the domain decides on each. */
export type Asked = {
  /** Milliseconds. */
  now: number;
  /** Days of reviews beyond this one are left out: a register may have tens of thousands. */
  until: string;
  /** Leaves out what was met before this instant. */
  doneSince: Date;
  /** Title of a measure of the library, in the reader's language. */
  measureTitle: (libraryCode: string) => string;
};

export type FindObligations = (tx: Tx, asked: Asked) => Promise<Obligation[]>;

/** Parts of what a source finds: dates, present gaps, and gaps that facts closed. */
export const SOURCE_PARTS = ["dates", "lacks", "closed"] as const;
export type SourcePart = (typeof SOURCE_PARTS)[number];

/** Calendar day, in UTC: columns of days are compared with it as text. */
export function doneDay({ doneSince }: Pick<Asked, "doneSince">): string {
  return doneSince.toISOString().slice(0, 10);
}

/** A controller as an obligation names it. */
export function partyOf(controller: { id: string; legalName: string } | null) {
  return controller && { id: controller.id, name: controller.legalName };
}

export const PARTY = { select: { id: true, legalName: true } } as const;
