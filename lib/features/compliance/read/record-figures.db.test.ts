import { expect, it } from "vitest";
import { reassessOutdated } from "@/lib/features/reassessment/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { readRecordFigures, statusOf } from "./record-figures";

const database = await openDatabase();

const [MINUTE, UNASSESSED] = [60_000, { rulesVersion: 1, requiredGaps: 0, advisableGaps: 0, gapCodes: [] }];

it("counts what a job assesses without an entry, also where another act is recorded in the same minute", async () => {
  const ctx = await makeOrganisation(database.ownerUrl);
  await makeRecord(ctx);
  await withOrg(ctx.scope, (tx) => tx.processingRecord.updateMany({ data: UNASSESSED }));
  const incomplete = async (now: Date) =>
    statusOf((await readRecordFigures(ctx.scope, now)).parties, false).incomplete;
  expect(await incomplete(ctx.now)).toBe(0);
  const later = (milliseconds: number) => new Date(ctx.now.getTime() + milliseconds);
  await reassessOutdated(ctx.scope, later(1));
  await makeController({ ...ctx, now: later(2) });
  expect(await incomplete(ctx.now)).toBe(1);
  expect(await incomplete(later(MINUTE))).toBe(1);
});
