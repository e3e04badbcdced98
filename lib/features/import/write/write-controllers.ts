import { entryOf } from "@/lib/domain/invariant/required";
import { difference } from "@/lib/domain/journal/difference";
import type { PlannedController } from "@/lib/domain/import/controllers";
import type { ControllerReading } from "@/lib/domain/import/types";
import {
  type ControllerRow,
  controllerSelect,
  flattenController,
} from "@/lib/features/controller/read/queries";
import { controllerDocument } from "@/lib/features/controller/write/document";
import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { insertRows } from "@/lib/platform/database/insert-rows";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Tx } from "@/lib/platform/database/transaction";

/**
 * Creates controllers, fills blank fields and restores archived ones that a row of `needed` keys uses, in a constant
 * number of statements. Returns ids by key; `filled` were changed.
 */
export async function writeControllers(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  planned: PlannedController[],
  { batch, needed }: { batch: string; needed: ReadonlySet<string> },
): Promise<{ rows: Map<string, ControllerRow>; filled: string[] }> {
  const status = await findUnchanged(tx, planned);
  const rows = new Map<string, ControllerRow>();
  const made: ControllerRow[] = [];
  const filled: ControllerRow[] = [];
  for (const controller of planned) {
    const isNeeded = needed.has(controller.key);
    const before = status.get(controller.existingId ?? "");
    if (!before && !isNeeded) continue;
    const row = before ? fillController(before, controller, isNeeded) : newController(ctx, controller);
    rows.set(controller.key, row);
    if (row === before) continue;
    (before ? filled : made).push(row);
    queueController(journal, { before, row, batch });
  }
  await insertControllers(tx, ctx, made);
  await updateControllers(tx, ctx, filled);
  const stored = [...made, ...filled].map((row) => ({ row }));
  await controllerDocument.insertVersions(tx, ctx, stored, "imported");
  const named = planned.filter(({ key }) => rows.has(key));
  await insertSpellings(tx, ctx, named, rows);
  return { rows, filled: filled.map(({ id }) => id) };
}

/** Locks existing controllers, to serialise with concurrent changes. */
async function findUnchanged(tx: Tx, planned: PlannedController[]): Promise<Map<string, ControllerRow>> {
  const ids = planned.flatMap(({ existingId }) => existingId ?? []);
  if (ids.length === 0) return new Map();
  await tx.$queryRaw`SELECT 1 FROM controller WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const rows = await tx.controller.findMany({ where: { id: { in: ids } }, select: controllerSelect });
  return new Map(rows.map((row) => [row.id, row]));
}

function newController(ctx: Ctx, { name, isPlaceholder, reading }: PlannedController): ControllerRow {
  return {
    ...BLANK_CONTROLLER,
    ...columnsOf(reading),
    id: newId(ctx.now),
    legalName: name,
    isPlaceholder,
  };
}

const NO_CODES: string[] = [];

const BLANK_CONTROLLER = {
  country: null,
  address: "",
  registrationNumber: "",
  contactName: "",
  contactEmail: "",
  contactPhone: "",
  dpoContact: "",
  hasNoDpo: false,
  representative: "",
  representativeReason: "",
  language: "fr",
  establishments: NO_CODES,
  targeting: "",
  targetCountries: NO_CODES,
  clientRole: "",
  otherControllers: "",
  version: 1,
  archivedAt: null,
  archiveReason: "",
} satisfies Partial<ControllerRow>;

/** Fills blank fields alone; returns the unchanged row where there are none. */
function fillController(
  before: ControllerRow,
  { reading }: PlannedController,
  isNeeded: boolean,
): ControllerRow {
  if (before.archivedAt && !isNeeded) return before;
  const blank = Object.entries(columnsOf(reading)).filter(
    ([field, value]) => isBlank(before[field as keyof ControllerRow]) && !isBlank(value),
  );
  const fill = Object.fromEntries(blank.filter(([field]) => !isAnswered(before, field)));
  const back = before.archivedAt ? { archivedAt: null, archiveReason: "" } : {};
  const stated = { ...fill, ...back };
  return Object.keys(stated).length === 0 ? before : { ...before, ...stated, version: before.version + 1 };
}

function queueController(
  journal: JournalDraft,
  { before, row, batch }: { before: ControllerRow | undefined; row: ControllerRow; batch: string },
): void {
  const subject = { noun: "controller" as const, id: row.id, label: row.legalName };
  if (!before)
    return journal.note({ event: "controller.created", subject, after: flattenController(row), batch });
  const event = before.archivedAt ? "controller.restored" : "controller.updated";
  journal.note({ event, subject, ...difference(flattenController(before), flattenController(row)), batch });
}

async function insertControllers(tx: Tx, ctx: Ctx, rows: readonly ControllerRow[]): Promise<void> {
  const stored = { orgId: ctx.scope.org, createdAt: ctx.now, updatedAt: ctx.now };
  await insertRows(
    tx,
    "controller",
    rows.map((row) => ({ ...row, ...stored })),
  );
}

async function updateControllers(tx: Tx, ctx: Ctx, rows: readonly ControllerRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    UPDATE controller AS c SET
      country = v.country, address = v.address, registration_number = v."registrationNumber",
      contact_name = v."contactName", contact_email = v."contactEmail", contact_phone = v."contactPhone",
      dpo_contact = v."dpoContact", has_no_dpo = v."hasNoDpo", representative = v.representative,
      representative_reason = v."representativeReason", archived_at = v."archivedAt",
      archive_reason = v."archiveReason", version = v.version, updated_at = ${ctx.now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v (
      id uuid, country text, address text, "registrationNumber" text, "contactName" text, "contactEmail" text,
      "contactPhone" text, "dpoContact" text, "hasNoDpo" boolean, representative text, "representativeReason" text,
      "archivedAt" timestamptz, "archiveReason" text, version int)
    WHERE c.id = v.id`;
}

async function insertSpellings(
  tx: Tx,
  ctx: Ctx,
  planned: PlannedController[],
  rows: Map<string, ControllerRow>,
): Promise<void> {
  const spelt = planned.flatMap(({ key, spellings }) =>
    spellings.map((spelling) => ({
      orgId: ctx.scope.org,
      spelling,
      controllerId: entryOf(rows, key).id,
      createdAt: ctx.now,
    })),
  );
  await insertRows(tx, "controller_spelling", spelt, { keepOld: true });
}

function columnsOf({ representativeAbsentReason, ...reading }: ControllerReading) {
  return {
    ...reading,
    ...(representativeAbsentReason ? { representativeReason: representativeAbsentReason } : {}),
  };
}

// "None" and a name exclude each other: a file does not add the other.
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
