import type { NamedProcedure } from "@/lib/domain/organisation/types";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";

/** Current or past procedures of the DPO, by reference. */
export async function findProcedures(tx: Tx, at: Date | null = null): Promise<NamedProcedure[]> {
  return at ? findProceduresAt(tx, at) : findProceduresNow(tx);
}

/** Locks the procedure against withdrawal until the entry is written; null where there is none such. */
export async function lockProcedure(tx: Tx, id: string): Promise<NamedProcedure | null> {
  await tx.$queryRaw`SELECT 1 FROM dpo_work WHERE id = ${id}::uuid FOR SHARE`;
  return (await findProceduresNow(tx, id))[0] ?? null;
}

async function findProceduresNow(tx: Tx, id?: string): Promise<NamedProcedure[]> {
  const rows = await tx.dpoWork.findMany({
    where: { kind: "procedure", ...(id !== undefined && { id }) },
    orderBy: { reference: "asc" },
    select: { id: true, reference: true, title: true, state: true, content: true },
  });
  return rows.map(({ content, ...row }) => ({ ...row, versions: versionsIn(content) }));
}

async function findProceduresAt(tx: Tx, at: Date): Promise<NamedProcedure[]> {
  const rows = await tx.dpoWorkVersion.findMany({
    where: { AND: [versionsAt(at), { kind: "procedure" }] },
    orderBy: { reference: "asc" },
    select: { workId: true, reference: true, title: true, state: true, snapshot: true },
  });
  return rows.map(({ workId: id, snapshot, ...row }) => ({
    ...row,
    id,
    versions: versionsIn((snapshot as { content: unknown }).content),
  }));
}

/** The days of its versions alone: the text of a procedure is not read here. */
function versionsIn(content: unknown): NamedProcedure["versions"] {
  const { lines = [] } = content as { lines?: { inForceFrom: string }[] };
  return lines.map(({ inForceFrom }) => ({ inForceFrom }));
}
