import { itemAt } from "@/lib/domain/invariant/required";
import type { LibraryEntry } from "@/lib/domain/measure/library";
import { insertRows } from "@/lib/platform/database/insert-rows";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { allocateReferences } from "@/lib/platform/versioned/numbering";
import { type MeasureRow, measureSelect } from "@/lib/features/measure/read/queries";
import { measureDocument, type MeasureFields } from "./document";

/** "M-001", "M-002", … */
export const MEASURE_NUMBERS = { table: "measure", letters: "M" } as const;

/** Fields of a measure that nobody has put into words of their own. */
export const UNTOUCHED = {
  libraryCode: null,
  title: "",
  description: "",
  owner: "",
  evidence: "",
  since: null,
  reviewOn: null,
  retiredAt: null,
  retireReason: "",
} satisfies Partial<MeasureFields>;

/** Adopts entries of the library in their order, with their first versions. */
export async function insertAdopted(
  tx: Tx,
  ctx: Ctx,
  entries: readonly LibraryEntry[],
): Promise<MeasureRow[]> {
  const references = await allocateReferences(tx, ctx, MEASURE_NUMBERS, entries.length);
  const stamps = { orgId: ctx.scope.org, createdAt: ctx.now, updatedAt: ctx.now };
  const adopted = entries.map(({ code, family, articles, iso }, index) => ({
    ...UNTOUCHED,
    ...stamps,
    id: newId(ctx.now),
    reference: itemAt(references, index),
    libraryCode: code,
    family,
    articles: [...articles],
    iso: [...iso],
  }));
  await insertRows(tx, "measure", adopted);
  const rows = await tx.measure.findMany({
    where: { id: { in: adopted.map(({ id }) => id) } },
    orderBy: { reference: "asc" },
    select: measureSelect,
  });
  const stored = rows.map((row) => ({ row }));
  await measureDocument.insertVersions(tx, ctx, stored, "created");
  return rows;
}
