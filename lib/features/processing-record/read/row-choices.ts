import { Prisma } from "@/lib/generated/prisma/client";
import type { Reader } from "@/lib/platform/read/reader";
import { versionAtSql } from "@/lib/platform/database/versions";
import type { RecordQuery } from "@/lib/features/processing-record/list-schema";

/** Limit of choices. */
const MOST = 1000;

type SubProcessorChoice = { id: string; reference: string; name: string };
type MeasureChoice = { id: string; reference: string; title: string; libraryCode: string | null };

/** Named as of the day; all where the choices are open, else the chosen one. */
export async function findRowChoices(tx: Reader, query: RecordQuery, at: Date | null) {
  const [subProcessors, measures] = await Promise.all([
    findSubProcessorChoices(tx, query, at),
    findMeasureChoices(tx, query, at),
  ]);
  return { subProcessors, measures };
}

async function findSubProcessorChoices(tx: Reader, { panel, subProcessor }: RecordQuery, at: Date | null) {
  if (!panel && !subProcessor) return [];
  const rows = at
    ? Prisma.sql`SELECT sub_processor_id AS id, reference, name FROM sub_processor_version v WHERE ${versionAtSql("v", at)}`
    : Prisma.sql`SELECT id, reference, name FROM sub_processor`;
  return tx.$queryRaw<SubProcessorChoice[]>`
    SELECT * FROM (${rows}) AS choice WHERE ${isOffered(panel, subProcessor)} ORDER BY reference LIMIT ${MOST}`;
}

async function findMeasureChoices(tx: Reader, { panel, measure }: RecordQuery, at: Date | null) {
  if (!panel && !measure) return [];
  const rows = at
    ? Prisma.sql`SELECT measure_id AS id, reference, title, library_code AS "libraryCode"
        FROM measure_version v WHERE ${versionAtSql("v", at)}`
    : Prisma.sql`SELECT id, reference, title, library_code AS "libraryCode" FROM measure`;
  return tx.$queryRaw<MeasureChoice[]>`
    SELECT * FROM (${rows}) AS choice WHERE ${isOffered(panel, measure)} ORDER BY reference LIMIT ${MOST}`;
}

function isOffered(panel: RecordQuery["panel"], chosen: string): Prisma.Sql {
  return panel ? Prisma.sql`true` : Prisma.sql`id = ${chosen}::uuid`;
}
