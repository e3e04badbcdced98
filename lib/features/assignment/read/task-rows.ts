import { TASK_NOUNS, type TaskNoun } from "@/lib/domain/assignment/rows";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Reader } from "@/lib/platform/read/reader";

/** A row by which its line is named and reached. */
export type TaskRow = {
  noun: TaskNoun;
  id: string;
  reference: string;
  about: string;
  controllerId: string | null;
  controllerName: string | null;
  /** Register of an entry; null of every other row. */
  capacity: Capacity | null;
};

type Columns = { table: string; reference?: string; about?: string; controller?: string; capacity?: string };

/** Columns by which a row of each noun is named; "" where it has none. */
const TABLES: Record<TaskNoun, Columns> = {
  "processing-record": {
    table: "processing_record r",
    reference: "r.reference",
    about: "r.activity",
    controller: "r.controller_id",
    capacity: "r.capacity",
  },
  controller: { table: "controller r", controller: "r.id" },
  contract: {
    table: "contract r",
    reference: "r.reference",
    about: "r.title",
    controller: "r.controller_id",
  },
  instruction: { table: "instruction r", reference: "r.number", controller: "r.controller_id" },
  "sub-processor": { table: "sub_processor r", reference: "r.reference", about: "r.name" },
  authorisation: { table: "authorisation r", reference: "r.reference", controller: "r.controller_id" },
  transfer: { table: "transfer r", reference: "r.reference", controller: "r.controller_id" },
  measure: { table: "measure r", reference: "r.reference", about: "r.title" },
  breach: { table: "breach r", reference: "r.reference", about: "r.title" },
  "rights-request": { table: "rights_request r", reference: "r.reference", controller: "r.controller_id" },
  campaign: {
    table: "campaign r",
    reference: "r.reference",
    about: "r.title",
    controller: "r.controller_id",
  },
  consultation: {
    table: "consultation r",
    reference: "r.reference",
    about: "r.title",
    controller: "r.controller_id",
  },
  "call-script": {
    table: "call_script r",
    reference: "r.reference",
    about: "r.title",
    controller: "r.controller_id",
  },
  thread: { table: "thread r", controller: "r.controller_id" },
};

/** Reads the rows that are named, by noun; one that is gone is left out. */
export async function findTaskRows(
  reader: Reader,
  named: readonly { noun: TaskNoun; id: string }[],
): Promise<TaskRow[]> {
  const parts = TASK_NOUNS.flatMap((noun) => {
    const ids = named.filter((one) => one.noun === noun).map(({ id }) => id);
    return ids.length === 0 ? [] : [selectOf(noun, ids)];
  });
  if (parts.length === 0) return [];
  return reader.$queryRaw<TaskRow[]>`
    SELECT t.*, c.legal_name AS "controllerName" FROM (${Prisma.join(parts, " UNION ALL ")}) AS t
    LEFT JOIN controller c ON c.org_id = (SELECT app_org()) AND c.id = t."controllerId"`;
}

function selectOf(noun: TaskNoun, ids: readonly string[]): Prisma.Sql {
  const { table, reference, about, controller, capacity } = TABLES[noun];
  const raw = (sql: string | undefined, none: string) => Prisma.raw(sql ?? none);
  return Prisma.sql`SELECT ${noun}::text AS noun, r.id, ${raw(reference, "''")}::text AS reference,
      ${raw(about, "''")}::text AS about, ${raw(controller, "NULL::uuid")} AS "controllerId",
      ${raw(capacity, "NULL")}::text AS capacity
    FROM ${Prisma.raw(table)} WHERE r.org_id = (SELECT app_org()) AND r.id = ANY (${ids}::uuid[])`;
}
