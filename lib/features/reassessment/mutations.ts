import type { OrgScope } from "@/lib/domain/access/scope";
import { RULES_VERSION } from "@/lib/domain/processing-record/completeness";
import { projectRecord } from "@/lib/domain/processing-record/projection";
import { todayIn } from "@/lib/domain/time/zones";
import { findOrganisationFacts, findRecords, partyFacts } from "@/lib/features/processing-record/data";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Announcement } from "@/lib/platform/announce";
import type { Ctx } from "@/lib/platform/context";
import { withOrg, type Tx } from "@/lib/platform/transaction";

/** What is said of a party or a measure changed: the records that name it are assessed again, in the same transaction. */
export async function reassessRecords(
  tx: Tx,
  ctx: Pick<Ctx, "now">,
  announcement: Announcement,
): Promise<void> {
  await reassess(tx, ctx.now, whoNames(announcement));
}

function whoNames(announcement: Announcement): Prisma.ProcessingRecordWhereInput {
  switch (announcement.event) {
    case "organisation.changed":
      return {};
    case "controller.changed":
      return { controllerId: announcement.controllerId };
    case "measure.changed":
      return { measureIds: { has: announcement.measureId } };
  }
}

const LIMITS = { timeoutMs: 600_000 };

/** The rules themselves changed: records that older ones assessed are assessed again. Gives their number. */
export function reassessOutdated(scope: OrgScope, now: Date): Promise<number> {
  return withOrg(scope, (tx) => reassess(tx, now, { rulesVersion: { not: RULES_VERSION } }), LIMITS);
}

async function reassess(tx: Tx, now: Date, where: Prisma.ProcessingRecordWhereInput): Promise<number> {
  const organisation = await findOrganisationFacts(tx);
  const today = todayIn("Africa/Casablanca", now.getTime());
  const records = await findRecords(tx, where);
  for (const record of records) {
    const columns = projectRecord(record, partyFacts(record.controller), organisation, today);
    // Derived, not said: no new version, and no entry in the journal.
    await tx.processingRecord.updateMany({ where: { id: record.id }, data: columns });
  }
  return records.length;
}
