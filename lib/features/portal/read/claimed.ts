import { claimedTransfers } from "@/lib/domain/processing-record/unrecorded";
import { findOwnRecords } from "./queries";
import { findLinks, findOrganisationFacts } from "@/lib/features/processing-record/read/queries";
import { today, type Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";

/** Entries that claim a transfer without a row, with their claims. */
export async function findClaimed(tx: Tx, ctx: Ctx) {
  const [records, organisation] = await Promise.all([findOwnRecords(tx), findOrganisationFacts(tx)]);
  const linksOf = await findLinks(tx, ctx, records);
  return records.flatMap((record) => {
    const claimed = claimedTransfers(record, { links: linksOf(record), organisation, on: today(ctx) });
    const { id, reference, content } = record;
    return claimed ? [{ id, reference, activity: content.activity, ...claimed }] : [];
  });
}
