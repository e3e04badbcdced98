import { expect, it } from "vitest";
import { totalsOf } from "@/lib/domain/compliance/matrix";
import { fillExample } from "@/lib/features/example/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { readFigures } from "./current";
import { readRecordFigures, statusOf } from "./record-figures";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
valueOf(await fillExample(ctx));

it("counts on Today the entries of the matrix, and one that lacks an authorisation alone, which the matrix has elsewhere", async () => {
  await withOrg(ctx.scope, async (tx) => {
    const where = { capacity: "processor", state: { not: "ended" }, requiredGaps: { gt: 0 } };
    const [first] = await tx.processingRecord.findMany({ where, select: { id: true }, take: 1 });
    const alone = { requiredGaps: 1, gapCodes: ["SUB-28-2"] };
    await tx.processingRecord.updateMany({ where: { id: first?.id }, data: alone });
    const own = { capacity: "controller", state: { not: "ended" } };
    const lacking = { requiredGaps: 1, gapCodes: ["REG1-b"] };
    await tx.processingRecord.updateMany({ where: own, data: lacking });
  });
  const { parties } = await readRecordFigures(ctx.scope, ctx.now);
  const { cells } = await readFigures(ctx.scope, ctx.now);
  const lackingOf = (isOwn: boolean) =>
    totalsOf(cells.filter((cell) => cell.isOwn === isOwn)).register.lacking;
  const [clients, own] = [statusOf(parties, false), statusOf(parties, true)];
  expect(clients.incomplete).toBe(lackingOf(false) + 1);
  expect([own.incomplete, own.due]).toEqual([lackingOf(true), lackingOf(true)]);
  expect(lackingOf(true)).toBeGreaterThan(1);
  // The total of the matrix adds both registers, which Today shows apart.
  expect(totalsOf(cells).register.lacking).toBe(clients.incomplete - 1 + own.incomplete);
});
