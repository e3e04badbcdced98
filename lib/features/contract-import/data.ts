import { createHash } from "node:crypto";
import { planContracts, type ContractLine, type PlannedContract } from "@/lib/domain/contract/import-plan";
import { todayIn } from "@/lib/domain/time/zones";
import { findContracts, type ContractRow } from "@/lib/features/contract/data";
import { contractsFileSchema } from "@/lib/features/contract-export/schema";
import { readFile } from "@/lib/platform/files/store";
import type { Tx } from "@/lib/platform/transaction";

export type ContractPlan = {
  lines: PlannedContract[];
  /** Contracts as they stand, by id. */
  standing: Map<string, ContractRow>;
  /** What tells this plan from the one of another moment. */
  digest: string;
};

/** The contracts that a file holds, or null where it is not one of ours. */
export function readContracts(bytes: Uint8Array): ContractLine[] | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const read = contractsFileSchema.safeParse(JSON.parse(text));
    return read.success ? read.data.contracts : null;
  } catch {
    return null;
  }
}

/** What a kept file would change now; null where there is no such file. */
export async function findPlan(tx: Tx, file: string, now: Date): Promise<ContractPlan | null> {
  const kept = await readFile(tx, file);
  const lines = kept?.purpose === "contract-import" ? readContracts(kept.bytes) : null;
  if (!lines) return null;
  const rows = await findContracts(tx);
  const planned = planContracts(lines, {
    contracts: rows.map((row) => ({ ...row, controller: row.controller.legalName })),
    controllers: await tx.controller.findMany({
      where: { archivedAt: null },
      select: { id: true, legalName: true },
    }),
    today: todayIn("Africa/Casablanca", now.getTime()),
  });
  const said = planned.map(({ line, ...becomes }) => [line.reference, becomes]);
  const digest = createHash("sha256").update(JSON.stringify(said)).digest("hex");
  return { lines: planned, standing: new Map(rows.map((row) => [row.id, row])), digest };
}
