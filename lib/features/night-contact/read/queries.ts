import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Reader } from "@/lib/platform/read/reader";

const nightContactSelect = {
  id: true,
  controllerId: true,
  position: true,
  name: true,
  role: true,
  phone: true,
  email: true,
  language: true,
  hours: true,
  version: true,
  createdAt: true,
  endedAt: true,
  endReason: true,
  endedByName: true,
} satisfies Prisma.NightContactSelect;

export type NightContactRow = Prisma.NightContactGetPayload<{ select: typeof nightContactSelect }>;

/** Lists whoever is reached at a controller, in their order; those who have ended last. */
export function listNightContacts(tx: Tx, controllerId: string): Promise<NightContactRow[]> {
  return tx.nightContact.findMany({
    where: { controllerId },
    orderBy: [{ endedAt: { sort: "asc", nulls: "first" } }, { position: "asc" }, { createdAt: "asc" }],
    select: nightContactSelect,
  });
}

export async function listOpenNightContacts(tx: Tx, controllerId: string): Promise<NightContactRow[]> {
  return (await listNightContacts(tx, controllerId)).filter(({ endedAt }) => endedAt === null);
}

/** False where nobody of a controller is listed for the night. */
export async function hasNightContact(reader: Reader, controllerId: string): Promise<boolean> {
  const [row] = await reader.$queryRaw<{ isReachable: boolean }[]>`
    SELECT EXISTS (SELECT FROM night_contact WHERE controller_id = ${controllerId}::uuid AND ended_at IS NULL)
      AS "isReachable"`;
  return row?.isReachable === true;
}

export function findNightContact(tx: Tx, id: string): Promise<NightContactRow | null> {
  return tx.nightContact.findFirst({ where: { id }, select: nightContactSelect });
}

/** Contacts of the portal who may be reached at night too. */
export function findPortalContacts(tx: Tx, controllerId: string) {
  return tx.controllerContact.findMany({
    where: { controllerId, endedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, email: true, capacity: true, language: true },
  });
}

export function findOpenController(tx: Tx, id: string) {
  return tx.controller.findFirst({ where: { id, archivedAt: null }, select: { id: true, legalName: true } });
}
