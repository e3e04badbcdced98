import type { Tx } from "@/lib/platform/database/transaction";

/** Locks the row until the transaction ends. */
export async function lockAuthorisation(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM authorisation WHERE id = ${id}::uuid FOR UPDATE`;
}

/** Serialises sendings to one controller, whose list they annex. */
export async function lockList(tx: Tx, controllerId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`authorisation list ${controllerId}`}, 0))`;
}

/** Serialises the numbering of requests in this organisation. */
export async function lockAuthorisations(tx: Tx, org: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`authorisations ${org}`}, 0))`;
}
