import type { CallLayout } from "@/lib/domain/call-log/layout";
import type { DialledPrefix, LogProposal } from "@/lib/features/call-log/schema";

type Proposed = Pick<LogProposal, "layout" | "dialled">;

/** True where the days of the column that is chosen may be read day first or month first, and nobody said which. */
export function asksOrder(
  { layout, openOrders }: Pick<LogProposal, "layout" | "openOrders">,
  saidOf: number | null,
): boolean {
  const { at } = layout.columns;
  return at !== null && openOrders.includes(at) && saidOf !== at;
}

/** Digits that are asked about before a log is sent: those of the column of numbers that is chosen now. */
export function askedPrefix({ layout, dialled }: Proposed): DialledPrefix | null {
  return dialled.find(({ column, isKnown }) => column === layout.columns.number && !isKnown) ?? null;
}

/** Leaves out before the numbers of another column what is known of that one, never the digits of the column before. */
export function withLayout<P extends Proposed>(proposal: P, layout: CallLayout): P {
  const { number } = layout.columns;
  if (number === proposal.layout.columns.number) return { ...proposal, layout };
  const known = proposal.dialled.find(({ column, isKnown }) => column === number && isKnown);
  return { ...proposal, layout: { ...layout, dialPrefix: known?.prefix ?? "" } };
}
