import type { OwnPeople } from "@/lib/domain/access/own-address";
import { required } from "@/lib/domain/invariant/required";
import { type MergedSheet, rowsThatStay } from "@/lib/domain/controller/merge";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { findController, findGroup } from "@/lib/features/controller/read/queries";
import { findOwnPeople } from "@/lib/platform/access/own-people";
import { announce } from "@/lib/platform/write/announce";
import type { StaffCtx } from "@/lib/platform/request/context";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { authorOf } from "@/lib/platform/write/recorded-by";
import type { Tx } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import {
  findContacts,
  findCurrent,
  findMergeOf,
  findMergeParty,
  type Merge,
  type MergeContact,
  type Party,
} from "@/lib/features/controller-merge/read/queries";
import type { ControllerUnmerge } from "@/lib/features/controller-merge/schema";
import { notifySights } from "./letters";
import { moveSpellings, returnRows } from "./rows";
import { saveSheet, subjectOf } from "./sheet";

// Milliseconds: reassesses the entries of both in one transaction.
const LIMITS = { timeoutMs: 120_000 };

/** Returns rows unchanged since; reports the others. */
export async function unmergeController(
  ctx: StaffCtx,
  { id, mergeId }: ControllerUnmerge,
): Promise<Outcome<{ id: string; left: number }>> {
  if (!isAuthorised(ctx, "controller.archive") || !isAuthorised(ctx, "contact.manage"))
    return refuse({ kind: "forbidden" });
  const own = await findOwnPeople(ctx.scope.org);
  return write(
    ctx,
    async (tx, journal) => {
      const merge = await findMergeOf(tx, id);
      if (!merge || merge.id !== mergeId) return refuse({ kind: "not-found" });
      await tx.$queryRaw`SELECT 1 FROM controller WHERE id = ANY (${[id, merge.intoId]}::uuid[]) ORDER BY id FOR UPDATE`;
      if (!(await findMergeOf(tx, id))) return refuse({ kind: "not-found" });
      const into = await findMergeParty(tx, merge.intoId);
      if (!into) return refuse({ kind: "not-found" });
      if (into.of.mergedIntoId !== null)
        return invalid("", "controller.merge.mergedOn", { into: into.row.legalName });
      return done(await revertRows(tx, ctx, journal, { merge, into, own }));
    },
    LIMITS,
  );
}

type Undone = { merge: Merge; into: Party; own: OwnPeople };

async function revertRows(tx: Tx, ctx: StaffCtx, journal: JournalDraft, { merge, into, own }: Undone) {
  const { controllerId: id, moved } = merge;
  const group = await findGroup(tx, id);
  const { versions, named } = await findCurrent(tx, merge);
  const left = rowsThatStay(moved.rows, versions, named);
  const stays = new Set(left.map((row) => row.id));
  const returning = moved.rows.filter((row) => !stays.has(row.id));
  await reopenController(tx, ctx, id);
  await returnRows(tx, id, returning);
  await moveSpellings(tx, moved.spellings, id);
  const before = await findContacts(tx, [merge.intoId]);
  await returnContacts(tx, { merge, group, contacts: before });
  await restoreSheet(tx, ctx, { merge, into });
  await tx.controllerMergeUndo.create({
    data: { mergeId: merge.id, orgId: ctx.scope.org, undoneAt: ctx.now, ...authorOf(ctx.actor), left },
  });
  const from = required(await findController(tx, id), "controller");
  for (const row of [from, into.row])
    journal.note({
      event: "controller.unmerged",
      subject: subjectOf(row),
      after: {
        ...(row === from ? { mergedInto: into.row.legalName } : { mergedFrom: from.legalName }),
        returnedRows: returning.length,
        leftRows: left.length,
      },
    });
  const controllerIds = [id, into.row.id];
  await notifySights(tx, ctx, { before, controllerIds, closedAs: "parted", own });
  await announce(tx, ctx, { event: "controller.changed", controllerIds });
  return { id, left: left.length };
}

type Returning = { merge: Merge; group: readonly string[]; contacts: readonly MergeContact[] };

/** Returns contacts with their former access; the others lose access to the returned rows. */
async function returnContacts(tx: Tx, { merge, group, contacts }: Returning): Promise<void> {
  const came = new Map(merge.contacts.map((contact) => [contact.id, contact]));
  for (const { id, controllerId, sees } of contacts) {
    const before = came.get(id);
    const rest = sees.filter((seen) => !group.includes(seen));
    const isAlone = rest.length === 1 && rest[0] === controllerId;
    await tx.controllerContact.update({
      where: { id },
      data:
        before?.controllerId === merge.controllerId
          ? { controllerId: before.controllerId, sees: before.sees }
          : { sees: isAlone ? [] : rest },
    });
  }
}

async function reopenController(tx: Tx, ctx: StaffCtx, id: string): Promise<void> {
  const row = required(await findController(tx, id), "controller");
  await saveSheet(tx, ctx, row, { archivedAt: null, mergedIntoId: null }, "unmerged");
}

/** Restores the sheet, unless saved since. */
async function restoreSheet(
  tx: Tx,
  ctx: StaffCtx,
  { merge: { adopted }, into }: Pick<Undone, "merge" | "into">,
): Promise<void> {
  if (adopted.version === null || into.row.version !== adopted.version) return;
  await saveSheet(tx, ctx, into.row, adopted.before as Partial<MergedSheet>, "unmerged");
}
