import type { Tx } from "@/lib/platform/database/transaction";

/** Whoever moves a request now is waited for. */
export async function lockAuthorisation(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM authorisation WHERE id = ${id}::uuid FOR UPDATE`;
}

/** Whoever sends a controller its list waits here for whoever does the same. */
export async function lockList(tx: Tx, controllerId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`authorisation list ${controllerId}`}, 0))`;
}

/** Whoever numbers requests waits here for whoever does the same in this organisation. */
export async function lockAuthorisations(tx: Tx, org: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`authorisations ${org}`}, 0))`;
}
