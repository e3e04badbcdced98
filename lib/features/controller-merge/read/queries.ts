import { createHash } from "node:crypto";
import { z } from "zod";
import {
  type Mergeable,
  MERGED_FIELDS,
  type MergedSheet,
  MOVED_NOUNS,
  type MovedNoun,
  type MovedRow,
  type NamedRows,
} from "@/lib/domain/controller/merge";
import { type ControllerRow, findController, findGroup } from "@/lib/features/controller/read/queries";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { MOVED_TABLES } from "./tables";

export type Party = { row: ControllerRow; of: Mergeable; group: string[] };

/** Null where out of scope. */
export async function findMergeParty(tx: Tx, id: string): Promise<Party | null> {
  const row = await findController(tx, id);
  const merged = await tx.controller.findFirst({ where: { id }, select: { mergedIntoId: true } });
  if (!row || !merged) return null;
  const group = await findGroup(tx, id);
  return {
    row,
    group,
    of: {
      id,
      registrationNumber: row.registrationNumber,
      isArchived: row.archivedAt !== null,
      mergedIntoId: merged.mergedIntoId,
      certificates: await countCertificates(tx, group),
      openEnds: await findOpenEnds(tx, id),
    },
  };
}

async function countCertificates(tx: Tx, group: string[]): Promise<number> {
  const where = { controllerId: { in: group } };
  return (await tx.decisionCertificate.count({ where })) + (await tx.contractEndCertificate.count({ where }));
}

async function findOpenEnds(tx: Tx, controllerId: string): Promise<string[]> {
  const rows = await tx.contractEnd.findMany({
    where: { state: "open", contract: { controllerId } },
    select: { contract: { select: { reference: true } } },
  });
  return rows.map(({ contract }) => contract.reference);
}

export function sheetOf(row: ControllerRow): MergedSheet {
  return Object.fromEntries(MERGED_FIELDS.map((field) => [field, row[field]])) as MergedSheet;
}

export type MovingRow = MovedRow & { label: string };

/** Column with a row's name. */
const LABELS: Record<MovedNoun, string> = {
  "processing-record": "reference",
  contract: "reference",
  transfer: "reference",
  authorisation: "reference",
  instruction: "number",
};

/** Rows that a merge moves, with versions, sorted by name. */
export async function findMoving(tx: Tx, controllerId: string): Promise<MovingRow[]> {
  const each = MOVED_NOUNS.map(
    (noun) => Prisma.sql`SELECT ${noun} AS noun, id, version, ${Prisma.raw(LABELS[noun])}::text AS label
      FROM ${Prisma.raw(MOVED_TABLES[noun])} WHERE controller_id = ${controllerId}::uuid`,
  );
  return tx.$queryRaw<
    MovingRow[]
  >`SELECT * FROM (${Prisma.join(each, " UNION ALL ")}) AS moving ORDER BY noun, label, id`;
}

/** Number of rows that remain with a merged controller and are shown with the others. */
export async function countStaying(tx: Tx, group: readonly string[]) {
  const where = { controllerId: { in: [...group] } };
  return {
    threads: await tx.thread.count({ where }),
    documents: await tx.attachment.count({ where: { ...where, purpose: "document" } }),
    versions: await tx.recordVersion.count({ where }),
    looks: await tx.accessLook.count({ where }),
  };
}

export function findSpellings(tx: Tx, controllerId: string): Promise<{ spelling: string }[]> {
  return tx.controllerSpelling.findMany({
    where: { controllerId },
    orderBy: { spelling: "asc" },
    select: { spelling: true },
  });
}

const contactSelect = {
  id: true,
  controllerId: true,
  name: true,
  email: true,
  role: true,
  endedAt: true,
  sees: true,
} satisfies Prisma.ControllerContactSelect;

export async function findContacts(tx: Tx, ids: readonly string[]) {
  const rows = await tx.controllerContact.findMany({
    where: { controllerId: { in: [...ids] } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: contactSelect,
  });
  return ids.flatMap((id) => rows.filter(({ controllerId }) => controllerId === id));
}

export type MergeContact = Awaited<ReturnType<typeof findContacts>>[number];

/** Digest of what was shown; a difference requires another preview. */
export function stampOf(
  parties: readonly Party[],
  moving: readonly MovedRow[],
  contacts: readonly MergeContact[],
) {
  const shown = {
    sheets: parties.map(({ row }) => [row.id, row.version]),
    moving: moving.map(({ noun, id, version }) => [noun, id, version]),
    contacts: contacts.map(({ id, endedAt, sees }) => [id, endedAt !== null, sees]),
  };
  return createHash("sha256").update(JSON.stringify(shown)).digest("hex");
}

/** Omits rows that moved to a third controller. */
export async function findVersions(tx: Tx, intoId: string): Promise<Map<string, number>> {
  return new Map((await findMoving(tx, intoId)).map(({ id, version }) => [id, version]));
}

/** References between rows of a controller: entries, authorisations and instructions. */
export async function findNamedRows(tx: Tx, controllerId: string): Promise<NamedRows> {
  const id = Prisma.sql`${controllerId}::uuid`;
  const rows = await tx.$queryRaw<{ one: string; other: string }[]>`
    SELECT id AS one, unnest(contract_ids || transfer_ids) AS other FROM processing_record WHERE controller_id = ${id}
    UNION ALL SELECT id, contract_id FROM authorisation WHERE controller_id = ${id} AND contract_id IS NOT NULL
    UNION ALL SELECT id, supersedes_id FROM authorisation WHERE controller_id = ${id} AND supersedes_id IS NOT NULL
    UNION ALL SELECT id, unnest(record_ids) FROM instruction WHERE controller_id = ${id}
    UNION ALL SELECT id, supersedes_id FROM instruction WHERE controller_id = ${id} AND supersedes_id IS NOT NULL`;
  return rows.map(({ one, other }) => [one, other] as const);
}

const rowSchema = z.object({ noun: z.enum(MOVED_NOUNS), id: z.string(), version: z.number() });
export const movedSchema = z.object({ rows: z.array(rowSchema), spellings: z.array(z.string()) });
export const contactsSchema = z.array(
  z.object({ id: z.string(), controllerId: z.string(), sees: z.array(z.string()) }),
);
const value = z.union([z.string(), z.boolean(), z.array(z.string()), z.null()]);
export const adoptedSchema = z.object({
  /** Version of the remaining sheet; null where nothing was adopted. */
  version: z.number().nullable(),
  before: z.record(z.string(), value),
});

export async function findMergeOf(tx: Tx, controllerId: string) {
  const rows = await tx.controllerMerge.findMany({
    where: { controllerId },
    orderBy: { mergedAt: "desc" },
  });
  const undone = await tx.controllerMergeUndo.findMany({
    where: { mergeId: { in: rows.map(({ id }) => id) } },
    select: { mergeId: true },
  });
  const row = rows.find(({ id }) => !undone.some(({ mergeId }) => mergeId === id));
  if (!row) return null;
  const { moved, contacts, adopted, ...values } = row;
  return {
    ...values,
    moved: movedSchema.parse(moved),
    contacts: contactsSchema.parse(contacts),
    adopted: adoptedSchema.parse(adopted),
  };
}

export type Merge = NonNullable<Awaited<ReturnType<typeof findMergeOf>>>;

export async function findCurrent(tx: Tx, { intoId }: Pick<Merge, "intoId">) {
  const versions = await findVersions(tx, intoId);
  const named = await findNamedRows(tx, intoId);
  return { versions, named: named.filter(([, other]) => versions.has(other)) };
}
