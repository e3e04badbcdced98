import { describe, expect, it } from "vitest";
import { reviewRecord } from "@/lib/features/processing-record/write/mutations";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { makeRecord, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { reassessDay } from "@/lib/features/reassessment/write/mutations";

const database = await openDatabase();
const own = await makeOrganisation(database.ownerUrl);
const foreign = await makeOrganisation(database.ownerUrl);

const never = new AbortController().signal;
const rowOf = (ctx: MadeOrganisation, id: string) =>
  withOrg(ctx.scope, (tx) => tx.processingRecord.findUniqueOrThrow({ where: { id } }));
const entries = (ctx: MadeOrganisation) => withOrg(ctx.scope, (tx) => tx.journalText.count());
const on = (day: string, org = own.scope.org) =>
  jobContext("gap-reassessment", org, new Date(`${day}T09:00:00Z`));

async function makeReviewed(ctx: MadeOrganisation, day: string) {
  const record = await makeRecord(ctx);
  const now = new Date(`${day}T09:00:00Z`);
  return valueOf(await reviewRecord({ ...ctx, now }, { id: record.id, version: 1 }));
}

describe("reassessDay", () => {
  it("finds what a day that passed has made of a record, in its own organisation alone, and says nothing of it", async () => {
    const [record, other] = [
      await makeReviewed(own, "2026-11-25"),
      await makeReviewed(foreign, "2026-11-25"),
    ];
    const before = await rowOf(own, record.id);
    expect(before.gapCodes).not.toContain("ADV-review");
    const written = await entries(own);

    expect(await reassessDay(on("2027-11-25"), never)).toEqual({ ok: true, value: 0 });
    expect(await reassessDay(on("2027-11-26"), never)).toEqual({ ok: true, value: 1 });
    const after = await rowOf(own, record.id);
    expect(after.gapCodes).toContain("ADV-review");
    expect(after.advisableGaps).toBe(before.advisableGaps + 1);
    expect(after.version).toBe(before.version);
    expect(await entries(own)).toBe(written);
    expect((await rowOf(foreign, other.id)).gapCodes).not.toContain("ADV-review");
    expect(await reassessDay(on("2027-11-26"), never)).toEqual({ ok: true, value: 0 });
  });

  it("is a job's work, and stops between two pieces of it when it is asked to", async () => {
    expect(await reassessDay(own, never)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    const record = await makeReviewed(own, "2026-11-25");
    expect(await reassessDay(on("2029-01-01"), AbortSignal.abort())).toEqual({ ok: true, value: 0 });
    expect((await rowOf(own, record.id)).gapCodes).not.toContain("ADV-review");
  });
});
