import { addressesIn } from "@/lib/domain/access/addresses";
import type { Tx } from "@/lib/platform/database/transaction";
import { z } from "zod";

/** Addresses of a controller that a published head bound: those of its own sheet, and those that its contracts name. */
export type BoundAddresses = { headId: string; sheet: string[]; contracts: string[] };

/** Snapshot of a controller's sheet, as far as addresses stand in it. */
const sheetSchema = z.object({ contactEmail: z.string().catch(""), dpoContact: z.string().catch("") });

/**
 * Addresses of the controller in the versions that the last head published before an instant binds; null where no head had left
 * the house by then. What was written later proves nothing: the processor could have written it for this.
 */
export async function findAddressesBefore(
  tx: Tx,
  { controllerId, before }: { controllerId: string; before: Date },
): Promise<BoundAddresses | null> {
  const head = await tx.journalPublication.findFirst({
    where: { publishedAt: { lt: before } },
    orderBy: { seq: "desc" },
    select: { id: true, orgId: true, seq: true },
  });
  const entry = head && (await findEntry(tx, head));
  if (!entry) return null;
  const version = await tx.controllerVersion.findFirst({
    where: { controllerId, recordedAt: { lte: entry.recordedAt } },
    orderBy: { version: "desc" },
    select: { snapshot: true },
  });
  const { contactEmail, dpoContact } = sheetSchema.parse(version?.snapshot ?? {});
  return {
    headId: head.id,
    sheet: addressesIn([contactEmail, dpoContact]),
    contracts: await findContractAddresses(tx, { controllerId, until: entry.recordedAt }),
  };
}

function findEntry(tx: Tx, { orgId, seq }: { orgId: string; seq: bigint }) {
  return tx.journalEntry.findFirst({ where: { orgId, seq }, select: { recordedAt: true } });
}

/** Addresses in the words of a controller's contracts and of who may instruct under them, as they stood at an instant. */
export async function findContractAddresses(
  tx: Tx,
  { controllerId, until }: { controllerId: string; until: Date },
): Promise<string[]> {
  const versions = await tx.contractVersion.findMany({
    where: { controllerId, recordedAt: { lte: until } },
    distinct: ["contractId"],
    orderBy: [{ contractId: "asc" }, { version: "desc" }],
    select: { snapshot: true },
  });
  const instructors = await tx.contractInstructor.findMany({
    where: { controllerId, createdAt: { lte: until } },
    select: { email: true },
  });
  return addressesIn([
    ...versions.flatMap(({ snapshot }) => textsIn(snapshot)),
    ...instructors.map(({ email }) => email),
  ]);
}

/** Every text in a stored document, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];
}
