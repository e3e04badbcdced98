import type { KnownController } from "@/lib/domain/import/controllers";
import { OWN_CONTROLLER, type RememberedRow } from "@/lib/domain/import/plan";
import { columnMappingSchema, type ColumnMapping, type KnownRecord } from "@/lib/domain/import/types";
import { recordContentSchema } from "@/lib/domain/processing-record/content";
import { z } from "zod";
import { fileSignature, type AbsentDecisions, type EarlierRun } from "@/lib/domain/import/absent";
import { todayIn } from "@/lib/domain/time/zones";
import type { Capacity, RecordState } from "@/lib/domain/processing-record/types";
import { findSpokenControllerNames } from "@/lib/features/party-names/read/called";
import type { Tx } from "@/lib/platform/database/transaction";
import { findRemembered } from "./remembered-mapping";
import { sheetsSchema, type Source } from "./read-source";
import {
  storedDecisionsSchema,
  readChoices,
  type ImportDecisions,
  type ReadChoices,
} from "@/lib/features/import/schema";

export type ImportRun = Source & {
  id: string;
  fileName: string;
  state: "open" | "committed" | "abandoned";
  mapping: ColumnMapping;
  decisions: ImportDecisions;
  version: number;
  committedAt: Date | null;
  tally: unknown;
};

export async function findRun(tx: Tx, id: string): Promise<ImportRun | null> {
  const row = await tx.importRun.findFirst({
    where: { id },
    omit: { plan: true, rejects: true, recordIds: true },
  });
  return (
    row && {
      id: row.id,
      fileName: row.fileName,
      bytes: row.bytes,
      sheets: sheetsSchema.parse(row.sheets),
      state: row.state as ImportRun["state"],
      mapping: columnMappingSchema.parse(row.mapping),
      decisions: storedDecisionsSchema.parse(row.decisions),
      version: row.version,
      committedAt: row.committedAt,
      tally: row.tally,
    }
  );
}

/** Excludes the file's bytes. */
export type RunHead = Pick<ImportRun, "id" | "fileName" | "state" | "mapping" | "version" | "committedAt"> & {
  tally: Record<string, number>;
  register: Capacity | null;
  /** Choices of sheet, heading, encoding and separator. */
  reading: ReadChoices;
  absent: AbsentDecisions;
};

export async function findRunHead(tx: Tx, id: string): Promise<RunHead | null> {
  const row = await tx.importRun.findFirst({
    where: { id },
    omit: { bytes: true, sheets: true, plan: true, rejects: true, recordIds: true },
  });
  const decisions = row && storedDecisionsSchema.parse(row.decisions);
  return (
    row &&
    decisions && {
      id: row.id,
      fileName: row.fileName,
      state: row.state as ImportRun["state"],
      mapping: columnMappingSchema.parse(row.mapping),
      version: row.version,
      committedAt: row.committedAt,
      tally: row.tally as Record<string, number>,
      register: row.register as Capacity | null,
      reading: readChoices(decisions),
      absent: decisions.absent,
    }
  );
}

const rejectsSchema = z.array(
  z.object({
    line: z.number(),
    sheet: z.string().default(""),
    reason: z.string(),
    cells: z.array(z.string()),
  }),
);

export async function findRejects(tx: Tx, id: string): Promise<z.infer<typeof rejectsSchema>> {
  const row = await tx.importRun.findFirst({ where: { id }, select: { rejects: true } });
  return rejectsSchema.parse(row?.rejects ?? []);
}

/** Mapping last chosen for this heading. */
export async function findMapping(tx: Tx, signature: string): Promise<ColumnMapping | null> {
  const mapping = await findRemembered(tx, signature);
  return mapping === null ? null : columnMappingSchema.parse(mapping);
}

/** Includes archived controllers and settled spellings. */
export async function findKnownControllers(tx: Tx): Promise<KnownController[]> {
  const rows = await tx.controller.findMany({
    select: {
      id: true,
      legalName: true,
      isPlaceholder: true,
      country: true,
      mergedIntoId: true,
      spellings: { select: { spelling: true } },
    },
  });
  const called = new Map((await findSpokenControllerNames(tx)).map((party) => [party.id, party]));
  return joinMerged(
    rows.map(({ spellings, ...row }) => ({
      ...row,
      spellings: spellings.map(({ spelling }) => spelling),
      formerNames: (called.get(row.id)?.companies ?? []).filter((name) => name !== row.legalName),
      aliases: called.get(row.id)?.aliases ?? [],
    })),
  );
}

type Merged = KnownController & { mergedIntoId: string | null };

/** Treats a merged controller's name as a spelling of the remaining one. */
function joinMerged(rows: readonly Merged[]): KnownController[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const remaining = (row: Merged): Merged => {
    const next = byId.get(row.mergedIntoId ?? "");
    return next ? remaining(next) : row;
  };
  const known = new Map<string, KnownController>();
  for (const { mergedIntoId, ...row } of rows) if (mergedIntoId === null) known.set(row.id, row);
  for (const row of rows) {
    const one = known.get(remaining(row).id);
    if (row.mergedIntoId === null || !one) continue;
    known.set(one.id, { ...one, spellings: [...one.spellings, row.legalName, ...row.spellings] });
  }
  return [...known.values()];
}

export async function findKnownRecords(tx: Tx, capacity: Capacity): Promise<KnownRecord[]> {
  const rows = await tx.processingRecord.findMany({
    where: { capacity },
    select: {
      id: true,
      reference: true,
      controllerId: true,
      state: true,
      stateSince: true,
      version: true,
      content: true,
    },
  });
  return rows.map((row) => ({
    ...row,
    // Null in the own register alone, by processing_record_capacity_check.
    controllerId: row.controllerId ?? OWN_CONTROLLER,
    state: row.state as RecordState,
    content: recordContentSchema.parse(row.content),
  }));
}

const rememberedSchema = z.object({
  skip: z.boolean().default(false),
  settled: z.record(z.string(), z.string()).default({}),
});

/** Results of earlier imports by row, oldest first, so that the latest wins. */
export async function findRememberedRows(tx: Tx): Promise<Map<string, RememberedRow>> {
  const rows = await tx.importRow.findMany({ orderBy: { updatedAt: "asc" } });
  return new Map(
    rows.map((row) => [
      row.fingerprint,
      {
        recordId: row.recordId,
        ...rememberedSchema.parse(row.decision),
        content: recordContentSchema.parse(row.content),
      },
    ]),
  );
}

/** Committed runs, oldest first, with the entries of their rows. */
export async function findEarlierRuns(tx: Tx, capacity: Capacity): Promise<EarlierRun[]> {
  const runs = await tx.importRun.findMany({
    where: { state: "committed", NOT: { recordIds: { isEmpty: true } } },
    orderBy: { committedAt: "asc" },
    select: { fileName: true, committedAt: true, register: true, mapping: true, recordIds: true },
  });
  return runs.flatMap(({ fileName, committedAt, register, mapping, recordIds }) => {
    const columns = columnMappingSchema.safeParse(mapping);
    // Runs older than the column `register`: those without columns are of the own register.
    const of = register ?? (columns.data?.length === 0 ? "controller" : "processor");
    if (!columns.success || of !== capacity || committedAt === null) return [];
    const on = todayIn("Africa/Casablanca", committedAt.getTime());
    return [{ fileName, on, signature: fileSignature(columns.data), recordIds }];
  });
}
