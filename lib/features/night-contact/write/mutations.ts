import { refusalOfAddress } from "@/lib/domain/access/own-address";
import { required } from "@/lib/domain/invariant/required";
import { difference } from "@/lib/domain/journal/difference";
import { conflict, done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import {
  findNightContact,
  findOpenController,
  listOpenNightContacts,
  type NightContactRow,
} from "@/lib/features/night-contact/read/queries";
import type {
  NightContactAdd,
  NightContactChange,
  NightContactEnd,
} from "@/lib/features/night-contact/schema";

type Saved = { id: string; controllerId: string };

/** Adds a person of the controller who is reached at any hour, article 33(2). */
export async function addNightContact(ctx: StaffCtx, input: NightContactAdd): Promise<Outcome<Saved>> {
  if (!isAuthorised(ctx, "night-contact.manage")) return refuse({ kind: "forbidden" });
  const refused = await refusalOf(ctx, input.email);
  if (refused) return invalid("email", `night-contact.${refused}`);
  return write(ctx, async (tx, journal) => {
    await lockController(tx, input.controllerId);
    if (!(await findOpenController(tx, input.controllerId))) return refuse({ kind: "not-found" });
    const id = newId(ctx.now);
    const dates = { createdAt: ctx.now, updatedAt: ctx.now };
    await tx.nightContact.create({ data: { ...input, ...dates, id, orgId: ctx.scope.org } });
    await placeContact(tx, input.controllerId, { id, position: input.position || Infinity });
    const row = required(await findNightContact(tx, id), "contact that was just written");
    journal.note({ event: "night-contact.added", subject: subjectOf(row), after: flatten(row) });
    return done({ id, controllerId: input.controllerId });
  });
}

export async function changeNightContact(ctx: StaffCtx, input: NightContactChange): Promise<Outcome<Saved>> {
  if (!isAuthorised(ctx, "night-contact.manage")) return refuse({ kind: "forbidden" });
  const { id, version, position, ...fields } = input;
  const refused = await refusalOf(ctx, input.email);
  if (refused) return invalid("email", `night-contact.${refused}`);
  return write(ctx, async (tx, journal) => {
    const before = await lockOpen(tx, id);
    if (!before) return refuse({ kind: "not-found" });
    const { count } = await tx.nightContact.updateMany({
      where: { id, version, endedAt: null },
      data: { ...fields, version: version + 1, updatedAt: ctx.now },
    });
    if (count === 0) return conflict(flatten(before), before.version);
    await placeContact(tx, before.controllerId, { id, position: position || Infinity });
    const row = required(await findNightContact(tx, id), "contact that was just written");
    journal.note({
      event: "night-contact.changed",
      subject: subjectOf(row),
      ...difference(flatten(before), flatten(row)),
    });
    return done({ id, controllerId: row.controllerId });
  });
}

/** Takes nobody out of past notices: those who were reached stay named there. */
export async function endNightContact(
  ctx: StaffCtx,
  { id, reason }: NightContactEnd,
): Promise<Outcome<Saved>> {
  if (!isAuthorised(ctx, "night-contact.manage")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const row = await lockOpen(tx, id);
    if (!row) return refuse({ kind: "not-found" });
    await tx.nightContact.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: ctx.now, endReason: reason, endedByName: ctx.actor.name, updatedAt: ctx.now },
    });
    await closeRanks(tx, row.controllerId);
    journal.note({ event: "night-contact.ended", subject: subjectOf(row), before: flatten(row), reason });
    return done({ id, controllerId: row.controllerId });
  });
}

/** A person of the processor would be told of its own breach in the client's place. */
async function refusalOf(ctx: StaffCtx, email: string): Promise<string | null> {
  return email === "" ? null : refusalOfAddress(email, await findOwnPeople(ctx.scope.org));
}

/** Locks one order at a time for each controller. */
async function lockController(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM controller WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
}

async function lockOpen(tx: Tx, id: string): Promise<NightContactRow | null> {
  const found = await findNightContact(tx, id);
  if (!found) return null;
  await lockController(tx, found.controllerId);
  const row = await findNightContact(tx, id);
  return row?.endedAt === null ? row : null;
}

/** Puts one contact at its place, and moves those behind it. */
async function placeContact(
  tx: Tx,
  controllerId: string,
  { id, position }: { id: string; position: number },
): Promise<void> {
  const others = (await listOpenNightContacts(tx, controllerId)).filter((row) => row.id !== id);
  const at = Math.min(Math.max(position, 1), others.length + 1) - 1;
  await writeOrder(tx, [
    ...others.slice(0, at).map((row) => row.id),
    id,
    ...others.slice(at).map((row) => row.id),
  ]);
}

async function closeRanks(tx: Tx, controllerId: string): Promise<void> {
  await writeOrder(
    tx,
    (await listOpenNightContacts(tx, controllerId)).map(({ id }) => id),
  );
}

async function writeOrder(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries())
    await tx.nightContact.updateMany({
      where: { id, NOT: { position: index + 1 } },
      data: { position: index + 1 },
    });
}

function subjectOf({ id, name }: NightContactRow) {
  return { noun: "night-contact" as const, id, label: name };
}

function flatten({ controllerId, position, name, role, phone, email, language, hours }: NightContactRow) {
  return { controllerId, position, name, role, phone, email, language, hours };
}
