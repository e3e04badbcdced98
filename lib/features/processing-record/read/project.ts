import {
  projectRecord,
  type ProjectedRecord,
  type RecordColumns,
} from "@/lib/domain/processing-record/projection";
import { todayIn } from "@/lib/domain/time/zones";
import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import { itemAt } from "@/lib/domain/invariant/required";
import { findLinks } from "./links";
import { findOrganisationFacts } from "./organisation-facts";
import { controllerOf, type RecordRow } from "./record-row";
import { findStatuses } from "./sub-processors";

type Projected = ProjectedRecord & Pick<RecordRow, "controllerId" | "controller">;

/** Recomputes list columns and gaps by the law of today. */
export async function projectRecords<T extends Projected>(
  tx: Tx,
  { now }: Pick<Ctx, "now">,
  records: readonly T[],
): Promise<(T & { columns: RecordColumns })[]> {
  const organisation = await findOrganisationFacts(tx);
  const statusesOf = await findStatuses(tx, { now }, records);
  const linksOf = await findLinks(tx, { now }, records);
  const on = todayIn("Africa/Casablanca", now.getTime());
  return records.map((record) => ({
    ...record,
    columns: projectRecord(record, {
      controller: controllerOf(record, organisation),
      organisation,
      subProcessors: statusesOf(record),
      links: linksOf(record),
      on,
    }),
  }));
}

export async function columnsOf(tx: Tx, ctx: Pick<Ctx, "now">, record: Projected): Promise<RecordColumns> {
  return itemAt(await projectRecords(tx, ctx, [record]), 0).columns;
}
