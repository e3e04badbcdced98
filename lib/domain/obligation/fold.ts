import { groupBy } from "@/lib/domain/invariant/group-by";
import type { Listed } from "./list";

/** Lines of one client that ask for the same act, from this many on, are shown as one. */
const FOLDED_FROM = 3;

/** A line by itself, or lines of one client and one kind under their first. */
export type Folded<Row extends Listed> = { first: Row; rows: readonly Row[] };

/** Folds the lines of one group, each at the place of its first; a duty of no client stands by itself. */
export function foldAlike<Row extends Listed>(rows: readonly Row[]): Folded<Row>[] {
  const alike = groupBy(rows, causeOf);
  return rows.flatMap((row) => {
    const cause = causeOf(row);
    const group = cause === null ? [row] : (alike.get(cause) ?? [row]);
    if (group.length < FOLDED_FROM) return [{ first: row, rows: [row] }];
    return group[0] === row ? [{ first: row, rows: group }] : [];
  });
}

function causeOf({ controller, kind }: Listed): string | null {
  return controller && `${controller.id} ${kind}`;
}
