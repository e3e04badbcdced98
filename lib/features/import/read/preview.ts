import { createHash } from "node:crypto";
import type { CnilWorkbook } from "@/lib/domain/import/cnil/workbook";
import { absentActs, fileSignature, findAbsent, type WholePlan } from "@/lib/domain/import/absent";
import { askSubProcessors } from "@/lib/domain/import/company-questions";
import { askControllers } from "@/lib/domain/import/controller-questions";
import { planImport, type PlanInput } from "@/lib/domain/import/plan";
import { linkSubProcessors } from "@/lib/domain/processing-record/sub-processors";
import type { NamedProcedure } from "@/lib/domain/organisation/types";
import { linkedProcedure } from "@/lib/domain/processing-record/young";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { ownLanguage } from "@/lib/domain/import/own-heads";
import { cellWriter } from "@/lib/features/export/read/queries";
import {
  controllerOf,
  findLinks,
  findListed,
  findOrganisationFacts,
  findProcedures,
  findRecords,
  findRegisterLinks,
} from "@/lib/features/processing-record/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";
import { findCnilKnown, readCnilRows } from "./cnil-file";
import { entryRows } from "./entry-rows";
import {
  findEarlierRuns,
  findKnownControllers,
  findKnownRecords,
  findRememberedRows,
  type ImportRun,
} from "./queries";
import { packPlan } from "./packed-plan";
import { readFile, readRows, type ReadFile, type WrittenOf } from "./read-file";
import type { TableSheet } from "./sheet-tables";
import { readChoices } from "@/lib/features/import/schema";

/** Table of the file, or the CNIL's workbook. */
export type PreviewFile = Pick<ReadFile, "header"> & {
  rows: { line: number; cells: string[] }[];
  table: ReadFile | null;
  offered: TableSheet[];
  cnil: CnilWorkbook | null;
};

export type Preview = { capacity: Capacity; file: PreviewFile; plan: WholePlan; fingerprint: string };

/** The sheets to choose from where none is chosen. */
export type SheetsToChoose = { choice: TableSheet[] };

/** Plans within this transaction, or lists the sheets while none is chosen. */
export async function previewOrChoice(
  tx: Tx,
  run: ImportRun,
  today: string,
): Promise<Preview | SheetsToChoose> {
  const read = readFile(run, readChoices(run.decisions));
  if (!read.ok)
    throw new Error(`The file of import ${run.id} was readable once and is no more: ${read.refusal.key}`);
  if (read.file) return previewTable(tx, run, read, today);
  return "cnil" in read ? previewCnil(tx, run, read.cnil, today) : { choice: read.choice };
}

type ReadTable = { file: ReadFile; offered: TableSheet[] };

async function previewTable(
  tx: Tx,
  run: ImportRun,
  { file: table, offered }: ReadTable,
  today: string,
): Promise<Preview> {
  const { header, register } = table;
  const procedures = await findProcedures(tx);
  const remembered = await findRememberedRows(tx);
  const { questions } = run.decisions;
  const rows = entryRows(table.rows, run.mapping, { questions, remembered });
  return planFile(tx, run, today, {
    capacity: register,
    file: { header, rows, table, offered, cnil: null },
    readings: readRows({ rows }, run.mapping, {
      procedures,
      writtenOf: await findWritten(tx, table, { today, procedures }),
    }),
    remembered,
    procedures,
    controllers: register === "processor" ? await findKnownControllers(tx) : [],
  });
}

async function previewCnil(tx: Tx, run: ImportRun, cnil: CnilWorkbook, today: string): Promise<Preview> {
  const procedures = await findProcedures(tx);
  const readings = readCnilRows(cnil, await findCnilKnown(tx, procedures));
  const rows = readings.map(({ line, cells }) => ({ line, cells }));
  return planFile(tx, run, today, {
    capacity: "controller",
    file: { header: [], rows, table: null, offered: [], cnil },
    readings,
    remembered: await findRememberedRows(tx),
    procedures,
    controllers: [],
  });
}

type Reading = Pick<Preview, "capacity" | "file"> &
  Pick<PlanInput, "readings" | "remembered" | "controllers" | "procedures">;

async function planFile(
  tx: Tx,
  { decisions, mapping }: ImportRun,
  today: string,
  { capacity, file, readings, remembered, procedures, controllers }: Reading,
): Promise<Preview> {
  const records = await findKnownRecords(tx, capacity);
  const planned = planImport({
    capacity,
    readings: await askAcrossRows(tx, { capacity, readings, controllers }, { decisions, mapping }),
    records,
    procedures,
    controllers,
    remembered,
    linksOf: capacity === "processor" ? await findLinksOf(tx, today) : undefined,
    decisions,
    today,
  });
  const names = new Map(controllers.map(({ id, legalName }) => [id, legalName]));
  const absent = findAbsent({
    plan: planned,
    records,
    remembered,
    earlier: await findEarlierRuns(tx, capacity),
    signature: fileSignature(mapping),
    nameOf: (controllerId) => names.get(controllerId) ?? "",
    decisions: decisions.absent,
    today,
  });
  const plan = { ...planned, absent, absentActs: absentActs(decisions.absent, today) };
  return { capacity, file, plan, fingerprint: fingerprintOf(plan) };
}

async function findLinksOf(tx: Tx, today: string) {
  const linksOf = await findRegisterLinks(tx, { now: noonOf(today) });
  return (controllerId: string) => linksOf({ controllerId });
}

/**
 * Matches sub-processors by reference and name, or by a unique name, and adds what several rows ask together: companies that
 * may be one, and controllers of one name in several countries.
 */
async function askAcrossRows(
  tx: Tx,
  { capacity, readings, controllers: known }: Pick<Reading, "capacity" | "readings" | "controllers">,
  { decisions, mapping }: Pick<ImportRun, "decisions" | "mapping">,
): Promise<Reading["readings"]> {
  if (capacity === "controller") return askSubProcessors(readings, []);
  const list = await findListed(tx);
  const linked = readings.map((reading) => {
    const { content } = reading;
    return {
      ...reading,
      content: { ...content, subProcessors: linkSubProcessors(content.subProcessors, list) },
    };
  });
  return askControllers(askSubProcessors(linked, list), { known, choices: decisions.controllers, mapping });
}

/** Compares an exported register with its current export. */
async function findWritten(
  tx: Tx,
  file: ReadFile,
  { today, procedures }: { today: string; procedures: readonly NamedProcedure[] },
): Promise<WrittenOf> {
  const language = ownLanguage(file.header);
  if (!language) return () => null;
  const organisation = await findOrganisationFacts(tx);
  const { register: capacity } = file;
  const write = await cellWriter(language, { capacity, on: today });
  const records = await findRecords(tx, { capacity });
  const list = await findListed(tx);
  const linksOf = await findLinks(tx, { now: noonOf(today) }, records);
  const byReference = new Map(records.map((record) => [record.reference, record]));
  return (reference) => {
    const record = byReference.get(reference);
    return record
      ? write({
          ...record,
          ...linksOf(record),
          procedure: linkedProcedure(record.content, procedures),
          controller: controllerOf(record, organisation),
          subProcessors: list,
        })
      : null;
  };
}

/** Noon UTC, which is the same calendar date in nearby zones. */
function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** Deterministic, because a plan's fields have a fixed order. */
function fingerprintOf(plan: WholePlan): string {
  return createHash("sha256")
    .update(JSON.stringify(packPlan(plan)))
    .digest("hex");
}
