import { createHash } from "node:crypto";
import { headerSignature } from "@/lib/domain/import/remembered-columns";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { Tx } from "@/lib/platform/database/transaction";

// A person settles the same heads apart for each register and for contracts. Registers keep the words of mappings from before.
const OPENINGS: Readonly<Record<Capacity | "contracts", string>> = {
  processor: "",
  controller: "own register ",
  contracts: "contracts ",
};

/** Identifies the shape of a file by its heads and by what it is read into. */
export function layoutSignature(header: readonly string[], into: Capacity | "contracts"): string {
  return createHash("sha256")
    .update(OPENINGS[into] + headerSignature(header))
    .digest("hex");
}

/** The columns last put by hand for a file of this shape, as JSON; null where nobody put any. */
export async function findRemembered(tx: Tx, signature: string): Promise<unknown> {
  const row = await tx.importMapping.findFirst({ where: { signature } });
  return row?.mapping ?? null;
}
