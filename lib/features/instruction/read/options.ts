import type { Tx } from "@/lib/platform/database/transaction";

/** Characters of an instruction by which it is recognised in a list. */
const SHOWN_LENGTH = 80;

/** Instructions of a controller that something may execute, the latest first. */
export async function findInstructionOptions(
  tx: Tx,
  controllerId: string,
): Promise<{ value: string; label: string }[]> {
  const rows = await tx.instruction.findMany({
    where: { controllerId },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    select: { id: true, number: true, text: true },
  });
  return rows.map(({ id, number, text }) => ({ value: id, label: `${number} · ${shorten(text)}` }));
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > SHOWN_LENGTH ? `${line.slice(0, SHOWN_LENGTH)}…` : line;
}
