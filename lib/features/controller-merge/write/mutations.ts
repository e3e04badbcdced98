import { differingFields, type MergedField, type MovedRow, refuseMerge } from "@/lib/domain/controller/merge";
import { difference } from "@/lib/domain/journal/difference";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { type ControllerRow, flattenController } from "@/lib/features/controller/read/queries";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { announce } from "@/lib/platform/write/announce";
import type { StaffCtx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { authorOf } from "@/lib/platform/write/recorded-by";
import type { Tx } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import {
  findContacts,
  findMergeParty,
  findMoving,
  findSpellings,
  type MergeContact,
  type Party,
  sheetOf,
  stampOf,
} from "@/lib/features/controller-merge/read/queries";
import { notifySights } from "./letters";
import { moveRows, moveSpellings } from "./rows";
import { saveSheet, subjectOf } from "./sheet";
import type { ControllerMerge } from "@/lib/features/controller-merge/schema";

// Milliseconds: reassesses the entries of both in one transaction.
const LIMITS = { timeoutMs: 120_000 };

/**
 * Moves working rows, noting their origin; statements, filings and signatures retain their controller. Extends nobody's
 * portal access unless ticked by name.
 */
export async function mergeControllers(
  ctx: StaffCtx,
  input: ControllerMerge,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "controller.archive") || !isAuthorised(ctx, "contact.manage"))
    return refuse({ kind: "forbidden" });
  const own = await findOwnPeople(ctx.scope.org);
  return write(
    ctx,
    async (tx, journal) => {
      const found = await findBoth(tx, input);
      if (!found.ok) return found;
      const { from, into } = found.value;
      const moving = await findMoving(tx, from.row.id);
      const contacts = await findContacts(tx, [from.row.id, into.row.id]);
      if (stampOf([from, into], moving, contacts) !== input.stamp)
        return invalid("", "controller.merge.changed");
      const shared = sharedAddress(contacts);
      if (shared) return invalid("contacts", "controller.merge.sharedContact", { address: shared });
      const spellings = (await findSpellings(tx, from.row.id)).map(({ spelling }) => spelling);
      await moveRows(tx, from.row.id, into.row.id);
      await moveSpellings(tx, spellings, into.row.id);
      await moveContacts(tx, { contacts, from, into, confirmed: input.contacts });
      const adopted = await adoptFields(tx, ctx, { from, into, fields: input.fields });
      const ended = await endController(tx, ctx, { from, intoId: into.row.id });
      await tx.controllerMerge.create({
        data: {
          id: newId(ctx.now),
          orgId: ctx.scope.org,
          controllerId: from.row.id,
          intoId: into.row.id,
          mergedAt: ctx.now,
          ...authorOf(ctx.actor),
          moved: { rows: moving.map(({ noun, id, version }) => ({ noun, id, version })), spellings },
          contacts: contacts.map(({ id, controllerId, sees }) => ({ id, controllerId, sees })),
          adopted: { version: adopted && adopted.version, before: sheetOf(into.row) },
        },
      });
      journalMerge(journal, {
        from: ended,
        into: adopted ?? into.row,
        before: into.row,
        moving,
        contacts,
        input,
      });
      const controllerIds = [into.row.id];
      await notifySights(tx, ctx, { before: contacts, controllerIds, closedAs: "parted", own });
      await announce(tx, ctx, { event: "controller.changed", controllerIds });
      return done({ id: into.row.id });
    },
    LIMITS,
  );
}

/** Locks both; refuses where they cannot be merged. */
async function findBoth(
  tx: Tx,
  { id, intoId }: Pick<ControllerMerge, "id" | "intoId">,
): Promise<Outcome<{ from: Party; into: Party }>> {
  const ids = [id, intoId];
  await tx.$queryRaw`SELECT 1 FROM controller WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM controller_contact WHERE controller_id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const from = await findMergeParty(tx, id);
  const into = await findMergeParty(tx, intoId);
  if (!from || !into) return refuse({ kind: "not-found" });
  const refusal = refuseMerge(from.of, into.of);
  if (!refusal) return done({ from, into });
  const params = {
    from: from.row.legalName,
    into: into.row.legalName,
    references: from.of.openEnds.join(", "),
  };
  return invalid("intoId", `controller.merge.${refusal}`, params);
}

/** Address with access to both portals; a controller has one open row per address. */
export function sharedAddress(contacts: readonly MergeContact[]): string | null {
  const open = contacts.filter(({ endedAt }) => endedAt === null).map(({ email }) => email);
  return open.find((email, at) => open.indexOf(email) !== at) ?? null;
}

type Contacts = { contacts: readonly MergeContact[]; from: Party; into: Party; confirmed: readonly string[] };

/** Moves contacts to the remaining controller. Confirmed ones see the rows of both, others what they saw before. */
async function moveContacts(tx: Tx, { contacts, from, into, confirmed }: Contacts): Promise<void> {
  const both = [...from.group, ...into.group];
  for (const { id, controllerId, sees } of contacts) {
    const saw = sees.length > 0 ? sees : [controllerId];
    const isOfOther = controllerId === from.row.id;
    const seen = confirmed.includes(id) ? [...new Set([...saw, ...both])] : isOfOther ? saw : sees;
    await tx.controllerContact.update({
      where: { id },
      data: { sees: seen, ...(isOfOther && { controllerId: into.row.id }) },
    });
  }
}

type Adopting = { from: Party; into: Party; fields: Partial<Record<MergedField, "into" | "from">> };

/** Creates a version; null where nothing was adopted. */
async function adoptFields(
  tx: Tx,
  ctx: StaffCtx,
  { from, into, fields }: Adopting,
): Promise<ControllerRow | null> {
  const other = sheetOf(from.row);
  const adopted = differingFields(sheetOf(into.row), other).filter((field) => fields[field] === "from");
  if (adopted.length === 0) return null;
  return saveSheet(
    tx,
    ctx,
    into.row,
    Object.fromEntries(adopted.map((field) => [field, other[field]])),
    "merged",
  );
}

function endController(tx: Tx, ctx: StaffCtx, { from, intoId }: { from: Party; intoId: string }) {
  return saveSheet(tx, ctx, from.row, { archivedAt: ctx.now, mergedIntoId: intoId }, "merged");
}

type JournalledMerge = {
  from: ControllerRow;
  into: ControllerRow;
  before: ControllerRow;
  moving: readonly MovedRow[];
  contacts: readonly MergeContact[];
  input: ControllerMerge;
};

function journalMerge(
  journal: JournalDraft,
  { from, into, before, moving, contacts, input }: JournalledMerge,
): void {
  const confirmed = contacts.filter(({ id }) => input.contacts.includes(id)).map(({ name }) => name);
  const changed = difference(flattenController(before), flattenController(into));
  journal.note({
    event: "controller.merged",
    subject: subjectOf(from),
    after: { mergedInto: into.legalName, movedRows: moving.length },
  });
  journal.note({
    event: "controller.merged",
    subject: subjectOf(into),
    before: changed.before ?? {},
    after: {
      ...changed.after,
      mergedFrom: from.legalName,
      movedRows: moving.length,
      confirmedContacts: confirmed.join(", "),
    },
  });
}
