import { TASK_NOUNS, TASK_ROWS, type TaskNoun } from "@/lib/domain/assignment/rows";
import { REGISTER_SEGMENTS } from "@/lib/domain/processing-record/register-segments";
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
  /** True of a row whose life is over: nothing is owed for it any more. */
  isEnded: boolean;
};

type Columns = {
  table: string;
  reference?: string;
  about?: string;
  controller?: string;
  capacity?: string;
  /** Condition of a row whose life is over. */
  ended: string;
};

const inState = (...states: string[]) => `r.state IN (${states.map((state) => `'${state}'`).join(", ")})`;

/** Columns by which a row of each noun is named; "" where it has none. */
const TABLES: Record<TaskNoun, Columns> = {
  "processing-record": {
    table: "processing_record r",
    reference: "r.reference",
    about: "r.activity",
    controller: "r.controller_id",
    capacity: "r.capacity",
    ended: inState("ended"),
  },
  controller: { table: "controller r", controller: "r.id", ended: "r.archived_at IS NOT NULL" },
  contract: {
    table: "contract r",
    reference: "r.reference",
    about: "r.title",
    controller: "r.controller_id",
    ended: inState("expired", "ended"),
  },
  instruction: {
    table: "instruction r",
    reference: "r.number",
    controller: "r.controller_id",
    ended: inState("amended", "withdrawn"),
  },
  "sub-processor": {
    table: "sub_processor r",
    reference: "r.reference",
    about: "r.name",
    ended: inState("ended"),
  },
  authorisation: {
    table: "authorisation r",
    reference: "r.reference",
    controller: "r.controller_id",
    ended: inState(
      "refused",
      "expired",
      "revoked",
      "withdrawn",
      "alternative",
      "contract-terminated",
      "replaced",
      "ended",
    ),
  },
  transfer: {
    table: "transfer r",
    reference: "r.reference",
    controller: "r.controller_id",
    ended: inState("ended"),
  },
  measure: {
    table: "measure r",
    reference: "r.reference",
    about: "r.title",
    ended: "r.retired_at IS NOT NULL",
  },
  breach: { table: "breach r", reference: "r.reference", about: "r.title", ended: "r.status = 'closed'" },
  "rights-request": {
    table: "rights_request r",
    reference: "r.reference",
    controller: "r.controller_id",
    ended: inState("not-ours", "closed"),
  },
  campaign: {
    table: "campaign r",
    reference: "r.reference",
    about: "r.title",
    controller: "r.controller_id",
    ended: inState("ended"),
  },
  consultation: {
    table: "consultation r",
    reference: "r.reference",
    about: "r.title",
    controller: "r.controller_id",
    ended: inState("closed", "revoked"),
  },
  "call-script": {
    table: "call_script r",
    reference: "r.reference",
    about: "r.title",
    controller: "r.controller_id",
    ended: inState("retired"),
  },
  thread: { table: "thread r", controller: "r.controller_id", ended: inState("closed") },
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

/** A row by its own name: the same in every language. */
export function labelOfRow({ reference, about, controllerName }: TaskRow): string {
  return [reference || controllerName, about].filter(Boolean).join(" · ");
}

/** Address of a row's sheet below its organisation's. */
export function pathOfRow({ noun, id, capacity }: TaskRow): string {
  return `/${capacity === null ? TASK_ROWS[noun].segment : REGISTER_SEGMENTS[capacity]}/${id}`;
}

function selectOf(noun: TaskNoun, ids: readonly string[]): Prisma.Sql {
  const { table, reference, about, controller, capacity, ended } = TABLES[noun];
  const raw = (sql: string | undefined, none: string) => Prisma.raw(sql ?? none);
  return Prisma.sql`SELECT ${noun}::text AS noun, r.id, ${raw(reference, "''")}::text AS reference,
      ${raw(about, "''")}::text AS about, ${raw(controller, "NULL::uuid")} AS "controllerId",
      ${raw(capacity, "NULL")}::text AS capacity, ${Prisma.raw(ended)} AS "isEnded"
    FROM ${Prisma.raw(table)} WHERE r.org_id = (SELECT app_org()) AND r.id = ANY (${ids}::uuid[])`;
}
