import { required } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { difference } from "@/lib/domain/journal/difference";
import { conflict, done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { announce } from "@/lib/platform/write/announce";
import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Tx } from "@/lib/platform/database/transaction";
import { write } from "@/lib/platform/write/write";
import {
  type ControllerRow,
  controllerSelect,
  findBindingContracts,
  findController,
  findLastVersion,
  flattenController,
} from "@/lib/features/controller/read/queries";
import { insertControllerVersion } from "./rows";
import type {
  ControllerArchive,
  ControllerInput,
  ControllerRestore,
  ControllerUpdate,
} from "@/lib/features/controller/schema";

// Milliseconds: reassesses the controller's records in the same transaction.
const LIMITS = { timeoutMs: 60_000 };

export async function createController(ctx: Ctx, input: ControllerInput): Promise<Outcome<ControllerRow>> {
  if (!can(ctx.actor, "controller.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const row = await tx.controller.create({
      data: { ...input, id: newId(ctx.now), orgId: ctx.scope.org, createdAt: ctx.now, updatedAt: ctx.now },
      select: controllerSelect,
    });
    await insertControllerVersion(tx, ctx, row, "created");
    journal.note({ event: "controller.created", subject: subjectOf(row), after: flattenController(row) });
    return done(row);
  });
}

/** Reassesses its records, whose gaps may depend on it. */
export async function updateController(ctx: Ctx, input: ControllerUpdate): Promise<Outcome<ControllerRow>> {
  if (!can(ctx.actor, "controller.write")) return refuse({ kind: "forbidden" });
  return write(
    ctx,
    async (tx, journal) => {
      const { id, version, ...said } = input;
      const changed = await change(tx, ctx, { id, version }, said);
      if (!changed.ok) return changed;
      const { before, after } = changed.value;
      await insertControllerVersion(tx, ctx, after, "saved");
      journal.note({
        event: "controller.updated",
        subject: subjectOf(after),
        ...difference(flattenController(before), flattenController(after)),
      });
      await announce(tx, ctx, { event: "controller.changed", controllerIds: [id] });
      return done(after);
    },
    LIMITS,
  );
}

/** Serialises with the creation of records, invitations and requests for this controller. */
export async function lockController(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM controller WHERE id = ${id}::uuid FOR UPDATE`;
}

/**
 * Hides the controller from lists; records and versions remain. Refused while entries are open or a contract binds,
 * because its end has duties of its own, article 28(3)(g). Requires `lockController`.
 */
export async function markArchived(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  input: ControllerArchive,
): Promise<Outcome<ControllerRow>> {
  const open = await tx.processingRecord.count({
    where: { controllerId: input.id, state: { not: "ended" } },
  });
  if (open > 0) return invalid("", "controller.recordsStillOpen", { count: open });
  const binding = await findBindingContracts(tx, input.id);
  if (binding.length > 0)
    return invalid("", "controller.contractsStillBind", {
      count: binding.length,
      references: binding.join(", "),
    });
  const changed = await change(tx, ctx, input, { archivedAt: ctx.now, archiveReason: input.reason });
  if (!changed.ok) return changed;
  const { after } = changed.value;
  await insertControllerVersion(tx, ctx, after, "archived");
  journal.note({ event: "controller.archived", subject: subjectOf(after), reason: input.reason });
  return done(after);
}

export async function restoreController(ctx: Ctx, input: ControllerRestore): Promise<Outcome<ControllerRow>> {
  if (!can(ctx.actor, "controller.archive")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const merged = { id: input.id, mergedIntoId: { not: null } };
    if (await tx.controller.findFirst({ where: merged, select: { id: true } }))
      return invalid("", "controller.merge.merged");
    const changed = await change(tx, ctx, input, { archivedAt: null, archiveReason: "" });
    if (!changed.ok) return changed;
    const { after } = changed.value;
    await insertControllerVersion(tx, ctx, after, "restored");
    journal.note({ event: "controller.restored", subject: subjectOf(after) });
    return done(after);
  });
}

type Changed = { before: ControllerRow; after: ControllerRow };

/** Updates conditionally on the version read. */
async function change(
  tx: Tx,
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  data: Partial<ControllerInput> & { archivedAt?: Date | null; archiveReason?: string },
): Promise<Outcome<Changed>> {
  const before = await findController(tx, id);
  if (!before) return refuse({ kind: "not-found" });
  const { count } = await tx.controller.updateMany({
    where: { id, version },
    data: { ...data, version: version + 1, updatedAt: ctx.now },
  });
  if (count === 0) return conflict(before, before.version, await findLastVersion(tx, id));
  return done({ before, after: required(await findController(tx, id), "controller") });
}

function subjectOf(row: ControllerRow) {
  return { noun: "controller" as const, id: row.id, label: row.legalName };
}
