import { adequacyOn } from "@/lib/domain/statute/adequacy";
import type { TransferState } from "@/lib/domain/transfer/lifecycle";
import { onDay, type Obligation, obligationOf, type Row, todayAtHome } from "./types";

export type TransferToPlan = {
  row: Row;
  state: TransferState;
  importer: string;
  country: string | null;
  tool: string | null;
  nextReviewOn: string | null;
};

/** The review of its assessment, and the end of the decision that it rests on; one that is stopped asks for neither. */
export function planTransfer(it: TransferToPlan, now: number): Obligation[] {
  if (it.state !== "running") return [];
  const ends = adequacyEnd(it, todayAtHome(now));
  return [
    ...(it.nextReviewOn !== null ? [planDay(it, "transfer.review", it.nextReviewOn)] : []),
    ...(ends !== null ? [planDay(it, "transfer.adequacy", ends)] : []),
  ];
}

/** Last day of the decision in force; null where it has none or another tool carries the transfer. */
function adequacyEnd({ tool, country }: TransferToPlan, today: string): string | null {
  if (tool !== "adequacy" || country === null) return null;
  return adequacyOn(country, today)?.until ?? null;
}

function planDay(it: TransferToPlan, kind: "transfer.review" | "transfer.adequacy", day: string): Obligation {
  return obligationOf(it.row, kind, onDay(day), { about: it.importer });
}
