import { LIBRARY } from "@/lib/domain/measure/library";
import { nextMeasureReference } from "@/lib/domain/measure/reference";
import { findHighestReference, measureSelect } from "@/lib/features/measure/read/queries";
import { insertMeasureVersions, lockMeasures } from "@/lib/features/measure/write/rows";
import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { OWN_REGISTER } from "@/lib/features/example/content/own-register";
import { EXAMPLE_RECORDS } from "@/lib/features/example/content/records";

/** Adopts the library measures that entries name; reuses those adopted already. */
export async function fillMeasures(tx: Tx, ctx: Ctx): Promise<{ ids: Map<string, string>; made: string[] }> {
  await lockMeasures(tx, ctx.scope.org);
  const status = await tx.measure.findMany({
    where: { libraryCode: { not: null } },
    select: { id: true, libraryCode: true },
  });
  const ids = new Map(
    status.flatMap(({ id, libraryCode }) => (libraryCode === null ? [] : [[libraryCode, id] as const])),
  );
  const named = new Set(
    [...EXAMPLE_RECORDS, ...OWN_REGISTER].flatMap(({ content }) => [...(content.library ?? [])]),
  );
  const highest = await findHighestReference(tx);
  const fresh = LIBRARY.filter(({ code }) => named.has(code) && !ids.has(code)).map((entry, index) => ({
    id: newId(ctx.now),
    orgId: ctx.scope.org,
    reference: nextMeasureReference(highest + index),
    libraryCode: entry.code,
    family: entry.family,
    articles: [...entry.articles],
    iso: [...entry.iso],
    createdAt: ctx.now,
    updatedAt: ctx.now,
  }));
  await tx.measure.createMany({ data: fresh });
  const made = fresh.map(({ id }) => id);
  const rows = await tx.measure.findMany({ where: { id: { in: made } }, select: measureSelect });
  await insertMeasureVersions(tx, ctx, rows, "created");
  for (const { id, libraryCode } of fresh) ids.set(libraryCode, id);
  return { ids, made };
}
