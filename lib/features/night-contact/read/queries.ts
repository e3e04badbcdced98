import type { NotifyingClient } from "@/lib/domain/breach/authority-duties";
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

/** Whether somebody of a controller is listed for the night, and what decides by which laws it is told of a breach. */
export async function findNightReach(
  reader: Reader,
  controllerId: string,
): Promise<(NotifyingClient & { isReachable: boolean }) | null> {
  const [row] = await reader.$queryRaw<(NotifyingClient & { isReachable: boolean })[]>`
    SELECT EXISTS (SELECT FROM night_contact WHERE controller_id = c.id AND ended_at IS NULL) AS "isReachable",
      c.country, c.address, c.establishments, c.targeting, c.target_countries AS "targetCountries",
      c.client_role AS "clientRole"
    FROM controller c WHERE c.id = ${controllerId}::uuid`;
  return row ?? null;
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
  return tx.controller.findFirst({
    where: { id, archivedAt: null },
    select: { id: true, legalName: true, language: true },
  });
}

type Chosen = { name: string; email: string; capacity: string; language: string };

/** Values that a form for another one begins with: those of a contact of the portal, else the language of the controller's letters. */
export function initialNightContact(controller: { language: string }, chosen: Chosen | undefined) {
  const { name = "", email = "", capacity = "", language = controller.language || "fr" } = chosen ?? {};
  return { name, email, role: capacity, language };
}
