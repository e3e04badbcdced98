import { createHash } from "node:crypto";
import { cnilActorLines } from "@/lib/domain/import/cnil/actors";
import { readCnilRecord, type CnilKnown } from "@/lib/domain/import/cnil/read-record";
import type { CnilEntry, CnilWorkbook } from "@/lib/domain/import/cnil/workbook";
import type { RowReading } from "@/lib/domain/import/types";
import { canonicalText } from "@/lib/domain/journal/canonical";
import type { NamedProcedure } from "@/lib/domain/organisation/types";
import { callProcedure } from "@/lib/domain/processing-record/young";
import { titleOf } from "@/lib/domain/measure/naming";
import type { NamedMeasure } from "@/lib/domain/measure/types";
import { translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import { findOrganisationFacts } from "@/lib/features/processing-record/read/queries";

/** French words, the only language of the CNIL's workbook. */
type CnilWords = { measure: (measure: NamedMeasure) => string; country: (code: string) => string };

async function loadCnilWords(): Promise<CnilWords> {
  const [countries, library] = await Promise.all([
    translator("fr", "countries"),
    translator("fr", "measure-library"),
  ]);
  const title = (code: string) => library(`entries.${code}.title`);
  return {
    country: (code) => (countries.has(code) ? countries(code) : code),
    measure: (measure) => `${measure.reference} ${titleOf(measure, title)}`,
  };
}

/** Existing data of the organisation, so that its own export imports without a change. */
export async function findCnilKnown(tx: Tx, procedures: readonly NamedProcedure[]): Promise<CnilKnown> {
  const words = await loadCnilWords();
  const measures = await tx.measure.findMany({
    select: { id: true, reference: true, libraryCode: true, title: true },
  });
  return {
    actors: cnilActorLines(await findOrganisationFacts(tx), words.country),
    measures: new Map(measures.map((measure) => [words.measure(measure), measure.id])),
    procedures: new Map(procedures.map((procedure) => [callProcedure(procedure), procedure.id])),
  };
}

/** Rows for the own register; `line` is the number of the sheet. */
export function readCnilRows(
  { entries }: CnilWorkbook,
  known: CnilKnown,
): (RowReading & { fingerprint: string })[] {
  return entries.map((entry) => ({ ...rowOf(entry, known), fingerprint: fingerprintOf(entry) }));
}

function rowOf({ number, name, sheet, listing, cells }: CnilEntry, known: CnilKnown): RowReading {
  const record = readCnilRecord(sheet, listing, known);
  return { ...record, line: number, cells, controllerName: name, controller: {} };
}

function fingerprintOf({ cells }: CnilEntry): string {
  return createHash("sha256")
    .update(canonicalText(["cnil", ...cells]))
    .digest("hex");
}
