import type { Prisma } from "@/lib/generated/prisma/client";
import type { ContactRole } from "@/lib/domain/access/actor";
import type { OwnPeople } from "@/lib/domain/access/own-address";
import { type AddressMark, marksOfAddress } from "@/lib/domain/contact/address-marks";
import { type OtherContact, otherContactsOf } from "@/lib/domain/contact/other-contacts";
import { findContractAddresses } from "@/lib/platform/access/known-addresses";
import type { Tx } from "@/lib/platform/database/transaction";

const contactSelect = {
  id: true,
  controllerId: true,
  controllerName: true,
  controllerArchivedAt: true,
  name: true,
  email: true,
  capacity: true,
  language: true,
  role: true,
  invitedByName: true,
  letterId: true,
  createdAt: true,
  invitedAt: true,
  expiresAt: true,
  acceptedAt: true,
  endedAt: true,
  endReason: true,
  endedByName: true,
  lastVisitAt: true,
} satisfies Prisma.ControllerContactSelect;

type Stored = Prisma.ControllerContactGetPayload<{ select: typeof contactSelect }>;
export type ContactRow = Omit<Stored, "role"> & { role: ContactRole };

export async function listContacts(tx: Tx, controllerId: string): Promise<ContactRow[]> {
  const rows = await tx.controllerContact.findMany({
    where: { controllerId },
    orderBy: [{ endedAt: { sort: "asc", nulls: "first" } }, { name: "asc" }, { id: "asc" }],
    select: contactSelect,
  });
  return rows.map(readRow);
}

export async function findOpenContacts(tx: Tx, controllerId: string): Promise<ContactRow[]> {
  return (await listContacts(tx, controllerId)).filter(({ endedAt }) => endedAt === null);
}

export async function findContact(tx: Tx, id: string): Promise<ContactRow | null> {
  const row = await tx.controllerContact.findFirst({ where: { id }, select: contactSelect });
  return row && readRow(row);
}

/** Locks the controller against archiving until the transaction ends. */
export async function lockOpenController(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM controller WHERE id = ${id}::uuid FOR SHARE`;
  return findOpenController(tx, id);
}

/** Excludes archived controllers. */
export function findOpenController(tx: Tx, id: string) {
  return tx.controller.findFirst({
    where: { id, archivedAt: null },
    select: { id: true, legalName: true, language: true },
  });
}

/** Excludes the address `except`, which belongs to the author. */
export async function findOtherContacts(
  tx: Tx,
  controllerId: string,
  except: string,
  own: OwnPeople,
): Promise<OtherContact[]> {
  const contacts = await tx.controllerContact.findMany({
    where: { controllerId, endedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { name: true, email: true, language: true },
  });
  const controller = await tx.controller.findFirstOrThrow({
    where: { id: controllerId },
    select: { contactName: true, contactEmail: true, language: true },
  });
  return otherContactsOf({ contacts, controller, except, own });
}

/** Finds what stands against the address of a contact, by what is known of its controller and of the processor. */
export async function findAddressMarks(
  tx: Tx,
  { controllerId, email, now }: { controllerId: string; email: string; now: Date },
  { addresses, domainsOf }: OwnPeople,
): Promise<AddressMark[]> {
  const { contactEmail, dpoContact } = await tx.controller.findFirstOrThrow({
    where: { id: controllerId },
    select: { contactEmail: true, dpoContact: true },
  });
  const contracts = await findContractAddresses(tx, { controllerId, until: now });
  const known = {
    controller: [contactEmail, dpoContact, ...contracts],
    processor: [...addresses, ...domainsOf],
  };
  return marksOfAddress(email, known);
}

// A database constraint admits no other role.
function readRow(row: Stored): ContactRow {
  return { ...row, role: row.role as ContactRole };
}
