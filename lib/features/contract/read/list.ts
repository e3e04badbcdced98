import { z } from "zod";
import { WARNING_DAYS } from "@/lib/domain/contract/term";
import { cursorField, dayField, partyField, searchField, viewField } from "@/lib/forms/list-query";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { Prisma } from "@/lib/generated/prisma/client";
import { inIds, afterText, countViews, ROWS_ASKED } from "@/lib/platform/read/list-page";
import { ofController } from "@/lib/platform/read/of-controller";
import type { Reader } from "@/lib/platform/read/reader";
import { contractsOn, type ContractOfDay } from "./of-day";

export const CONTRACT_VIEWS = ["all", "gaps", "soon", "expired", "ended"] as const;
export type ContractView = (typeof CONTRACT_VIEWS)[number];

/** Invalid filters are ignored. */
export const contractQuerySchema = z.object({
  view: viewField(CONTRACT_VIEWS),
  q: searchField,
  controller: partyField,
  on: dayField,
  after: cursorField,
});
export type ContractQuery = z.output<typeof contractQuerySchema>;

export type ContractListRow = {
  id: string;
  reference: string;
  title: string;
  version: number;
  controllerName: string;
  state: string;
  endsOn: string | null;
  renews: boolean;
  deadlineOn: string | null;
  requiredGaps: number;
  gapCodes: string[];
  sortKey: string;
};

const [ID, CONTROLLER] = [Prisma.sql`c.id`, Prisma.sql`c.controller_id`];

/** Day, search result and contracts whose status the day changed. */
export type ListReading = {
  today: string;
  ids: readonly string[] | null;
  moved: readonly ContractOfDay[];
};

/** Returns one extra row, to detect a next page. */
export function findContractPage(
  tx: Reader,
  query: ContractQuery,
  { today, ids, moved }: ListReading,
): Promise<ContractListRow[]> {
  const key = query.view === "soon" ? Prisma.raw("coalesce(c.deadline_on, '')") : Prisma.raw("c.reference");
  return tx.$queryRaw<ContractListRow[]>`
    SELECT c.id, c.reference, c.title, c.version, c.controller_name AS "controllerName", c.state, c.ends_on AS "endsOn", c.renews,
      c.deadline_on AS "deadlineOn", c.required_gaps AS "requiredGaps", c.gap_codes AS "gapCodes", ${key} AS "sortKey"
    FROM ${contractsOn(moved)} c
    WHERE ${viewCondition(query.view, today)} ${ofController(CONTROLLER, query.controller)} ${inIds(ID, ids)} ${afterText(key, ID, query.after)}
    ORDER BY ${key}, c.id::text LIMIT ${ROWS_ASKED}`;
}

export function countContracts(
  tx: Reader,
  { today, ids, moved }: ListReading,
  controller = "",
): Promise<Record<ContractView, number>> {
  return countViews(
    tx,
    CONTRACT_VIEWS,
    (view) => Prisma.sql`FROM ${contractsOn(moved)} c
      WHERE ${viewCondition(view, today)} ${ofController(CONTROLLER, controller)} ${inIds(ID, ids)}`,
  );
}

/** Includes expired contracts until their end is recorded. */
function viewCondition(view: ContractView, today: string): Prisma.Sql {
  switch (view) {
    case "all":
      return Prisma.sql`c.state <> 'ended'`;
    case "gaps":
      return Prisma.sql`c.state <> 'ended' AND c.required_gaps > 0`;
    case "soon":
      return Prisma.sql`c.state <> 'ended' AND c.deadline_on <= ${addDaysToDay(today, WARNING_DAYS)}`;
    case "expired":
    case "ended":
      return Prisma.sql`c.state = ${view}`;
  }
}
