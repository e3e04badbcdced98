import { difference } from "@/lib/domain/journal/difference";
import type { PlannedController } from "@/lib/domain/import/controllers";
import type { ControllerReading } from "@/lib/domain/import/types";
import {
  controllerSelect,
  keepControllerVersion,
  sayController,
  type ControllerRow,
} from "@/lib/features/controller/data";
import type { Ctx } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Tx } from "@/lib/platform/transaction";

/**
 * Makes the controllers that a plan names, fills what is blank of those there are, and takes back an archived one that
 * a row of `needed` keys brings an entry for. By key of the plan; `filled` are those that now say more than before.
 */
export async function writeControllers(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  planned: PlannedController[],
  { batch, needed }: { batch: string; needed: ReadonlySet<string> },
): Promise<{ rows: Map<string, ControllerRow>; filled: string[] }> {
  const rows = new Map<string, ControllerRow>();
  const filled: string[] = [];
  for (const controller of planned) {
    if (controller.existingId === null && !needed.has(controller.key)) continue;
    if (controller.existingId === null) {
      rows.set(controller.key, await makeController(tx, ctx, journal, controller, batch));
      continue;
    }
    const { row, isFilled } = await fillController(tx, ctx, journal, controller, {
      batch,
      isNeeded: needed.has(controller.key),
    });
    rows.set(controller.key, row);
    if (isFilled) filled.push(row.id);
  }
  await rememberSpellings(
    tx,
    ctx,
    planned.filter(({ key }) => rows.has(key)),
    rows,
  );
  return { rows, filled };
}

async function makeController(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { name, isPlaceholder, reading }: PlannedController,
  batch: string,
): Promise<ControllerRow> {
  const row = await tx.controller.create({
    data: {
      ...columnsOf(reading),
      id: newId(ctx.now),
      orgId: ctx.scope.org,
      legalName: name,
      isPlaceholder,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
    select: controllerSelect,
  });
  await keepControllerVersion(tx, ctx, row, "imported");
  journal.note({
    event: "controller.created",
    subject: { noun: "controller", id: row.id, label: row.legalName },
    after: sayController(row),
    batch,
  });
  return row;
}

/** A file fills what is blank; what a person wrote stands. */
async function fillController(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { existingId, reading }: PlannedController,
  { batch, isNeeded }: { batch: string; isNeeded: boolean },
): Promise<{ row: ControllerRow; isFilled: boolean }> {
  const before = await tx.controller.findFirstOrThrow({
    where: { id: existingId! },
    select: controllerSelect,
  });
  if (before.archivedAt && !isNeeded) return { row: before, isFilled: false };
  const blank = Object.entries(columnsOf(reading)).filter(
    ([field, value]) => isBlank(before[field as keyof ControllerRow]) && !isBlank(value),
  );
  const fill = Object.fromEntries(blank.filter(([field]) => !isAnswered(before, field)));
  const back = before.archivedAt ? { archivedAt: null, archiveReason: "" } : {};
  if (Object.keys({ ...fill, ...back }).length === 0) return { row: before, isFilled: false };
  const after = await tx.controller.update({
    where: { id: before.id },
    data: { ...fill, ...back, version: before.version + 1, updatedAt: ctx.now },
    select: controllerSelect,
  });
  await keepControllerVersion(tx, ctx, after, "imported");
  journal.note({
    event: before.archivedAt ? "controller.restored" : "controller.updated",
    subject: { noun: "controller", id: after.id, label: after.legalName },
    ...difference(sayController(before), sayController(after)),
    batch,
  });
  return { row: after, isFilled: true };
}

async function rememberSpellings(
  tx: Tx,
  ctx: Ctx,
  planned: PlannedController[],
  rows: Map<string, ControllerRow>,
): Promise<void> {
  await tx.controllerSpelling.createMany({
    data: planned.flatMap(({ key, spellings }) =>
      spellings.map((spelling) => ({
        orgId: ctx.scope.org,
        spelling,
        controllerId: rows.get(key)!.id,
        createdAt: ctx.now,
      })),
    ),
    skipDuplicates: true,
  });
}

function columnsOf({ representativeAbsentReason, ...reading }: ControllerReading) {
  return {
    ...reading,
    ...(representativeAbsentReason ? { representativeReason: representativeAbsentReason } : {}),
  };
}

// "None" and a name answer one question: a file does not add the one beside the other.
function isAnswered(row: ControllerRow, field: string): boolean {
  if (field === "hasNoDpo" || field === "dpoContact") return row.hasNoDpo || row.dpoContact !== "";
  if (field === "representative" || field === "representativeReason") {
    return row.representative !== "" || row.representativeReason !== "";
  }
  return false;
}

function isBlank(value: unknown): boolean {
  return value === "" || value === null || value === undefined || value === false;
}
