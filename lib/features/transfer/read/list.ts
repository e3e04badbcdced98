import { z } from "zod";
import { cursorField, partyField, searchField, viewField } from "@/lib/forms/list-query";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import type { TransferState } from "@/lib/domain/transfer/lifecycle";
import { REVIEW_AHEAD_DAYS } from "@/lib/domain/transfer/status";
import type { PlaceKind } from "@/lib/domain/country/place-kinds";
import { Prisma } from "@/lib/generated/prisma/client";
import { ofController } from "@/lib/platform/read/of-controller";
import type { Reader } from "@/lib/platform/read/reader";
import { inIds, afterText, countViews, ROWS_ASKED } from "@/lib/platform/read/list-page";

const TRANSFER_VIEWS = ["all", "gaps", "review", "ended"] as const;
type TransferView = (typeof TRANSFER_VIEWS)[number];

/** Invalid filters are ignored. */
export const transferQuerySchema = z.object({
  view: viewField(TRANSFER_VIEWS),
  q: searchField,
  controller: partyField,
  subProcessor: partyField,
  after: cursorField,
});
type TransferQuery = z.output<typeof transferQuerySchema>;

export type TransferListRow = {
  id: string;
  reference: string;
  flow: string;
  controllerName: string;
  importerName: string;
  country: string | null;
  placeKind: PlaceKind | null;
  tool: string | null;
  state: TransferState;
  nextReviewOn: string | null;
  requiredGaps: number;
  gapCodes: string[];
  sortKey: string;
};

const COLUMNS = Prisma.sql`t.id, t.reference, t.flow, t.controller_name AS "controllerName",
  t.importer_name AS "importerName", t.country, t.content #>> '{importer,placeKind}' AS "placeKind", t.tool, t.state, t.next_review_on AS "nextReviewOn",
  t.required_gaps AS "requiredGaps", t.gap_codes AS "gapCodes"`;

const ID = Prisma.sql`t.id`;

type Read = { today: string; ids: readonly string[] | null };

/** Returns one extra row, to detect a next page. */
export function findTransferPage(
  tx: Reader,
  query: TransferQuery,
  { today, ids }: Read,
): Promise<TransferListRow[]> {
  const key = query.view === "review" ? Prisma.raw("t.next_review_on") : Prisma.raw("t.reference");
  return tx.$queryRaw<TransferListRow[]>`
    SELECT ${COLUMNS}, ${key} AS "sortKey" FROM transfer t
    WHERE ${viewCondition(query.view, today)} ${partyCondition(query)} ${inIds(ID, ids)} ${afterText(key, ID, query.after)}
    ORDER BY ${key}, t.id::text LIMIT ${ROWS_ASKED}`;
}

export type TransferOwner = { controllerId: string } | { subProcessorId: string };

export function findTransfersOf(tx: Reader, owner: TransferOwner): Promise<TransferListRow[]> {
  const isOwn =
    "controllerId" in owner
      ? Prisma.sql`t.controller_id = ${owner.controllerId}::uuid`
      : Prisma.sql`t.sub_processor_id = ${owner.subProcessorId}::uuid`;
  return tx.$queryRaw<TransferListRow[]>`
    SELECT ${COLUMNS}, t.reference AS "sortKey" FROM transfer t WHERE ${isOwn} ORDER BY t.reference LIMIT 100`;
}

type OfParty = Pick<TransferQuery, "controller" | "subProcessor">;

export function countTransfers(
  tx: Reader,
  { today, ids }: Read,
  party: OfParty = { controller: "", subProcessor: "" },
): Promise<Record<TransferView, number>> {
  return countViews(
    tx,
    TRANSFER_VIEWS,
    (view) =>
      Prisma.sql`FROM transfer t WHERE ${viewCondition(view, today)} ${partyCondition(party)} ${inIds(ID, ids)}`,
  );
}

function partyCondition({ controller, subProcessor }: OfParty): Prisma.Sql {
  const ofSubProcessor = subProcessor
    ? Prisma.sql`AND t.sub_processor_id = ${subProcessor}::uuid`
    : Prisma.empty;
  return Prisma.sql`${ofController(Prisma.sql`t.controller_id`, controller)} ${ofSubProcessor}`;
}

function viewCondition(view: TransferView, today: string): Prisma.Sql {
  switch (view) {
    case "all":
      return Prisma.sql`t.state <> 'ended'`;
    case "gaps":
      return Prisma.sql`t.state <> 'ended' AND t.required_gaps > 0`;
    case "review":
      return Prisma.sql`t.state <> 'ended' AND t.next_review_on <= ${addDaysToDay(today, REVIEW_AHEAD_DAYS)}`;
    case "ended":
      return Prisma.sql`t.state = 'ended'`;
  }
}
