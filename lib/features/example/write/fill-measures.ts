import { LIBRARY } from "@/lib/domain/measure/library";
import { insertAdopted } from "@/lib/features/measure/write/rows";
import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import { lockTable } from "@/lib/platform/versioned/numbering";
import { OWN_REGISTER } from "@/lib/features/example/content/own-register";
import { EXAMPLE_RECORDS } from "@/lib/features/example/content/records";

/** Adopts the library measures that entries name; reuses those adopted already. */
export async function fillMeasures(tx: Tx, ctx: Ctx): Promise<{ ids: Map<string, string>; made: string[] }> {
  await lockTable(tx, ctx, "measure");
  const adopted = await tx.measure.findMany({
    where: { libraryCode: { not: null } },
    select: { id: true, libraryCode: true },
  });
  const ids = new Map<string, string>();
  const name = ({ id, libraryCode }: { id: string; libraryCode: string | null }) =>
    libraryCode !== null && ids.set(libraryCode, id);
  adopted.forEach(name);
  const named = new Set(
    [...EXAMPLE_RECORDS, ...OWN_REGISTER].flatMap(({ content }) => [...(content.library ?? [])]),
  );
  const fresh = LIBRARY.filter(({ code }) => named.has(code) && !ids.has(code));
  const made = await insertAdopted(tx, ctx, fresh);
  made.forEach(name);
  return { ids, made: made.map(({ id }) => id) };
}
