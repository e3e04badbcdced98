import { describe, expect, it } from "vitest";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { findClockedRequests } from "@/lib/features/rights-request/read/to-plan";
import { withOrg } from "@/lib/platform/database/transaction";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { openDatabase } from "@/scripts/test/open-database";
import { eraseDue, eraseRequest, saveRule } from "./retention";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

/** A request that was set aside and closed on 6 January 2026. */
async function makeClosed(stated: Record<string, unknown> = {}) {
  const { id: controllerId } = await makeController(ctx);
  const made = await makeRightsRequest(ctx, { controllerId, ...stated });
  const aside = await stepRightsRequest(ctx, made, "not-ours", { cause: "no-data" });
  return stepRightsRequest(ctx, aside, "closed");
}
const read = (id: string) =>
  withOrg(ctx.scope, async (tx) => ({
    row: await tx.rightsRequest.findFirstOrThrow({ where: { id } }),
    file: (await findClockedRequests(tx, { id }))[0]?.file,
  }));
const job = () => jobContext("request-erasure", ctx.scope.org, ctx.now);

describe("eraseRequest", () => {
  it("empties what names the person, and leaves facts, entries and what was received", async () => {
    const { id, reference } = await makeClosed();
    valueOf(await eraseRequest(ctx, { id }));
    const { row, file } = await read(id);
    expect(row).toMatchObject({
      clue: "",
      contactSealed: null,
      wordsSealed: null,
      personKey: null,
      reference,
      rights: ["marketing-objection"],
      state: "closed",
      erasedAt: ctx.now,
    });
    expect(file?.erasedAt).toBe(ctx.now.getTime());
    const entry = await withOrg(ctx.scope, (tx) =>
      tx.journalText.findFirstOrThrow({ orderBy: { seq: "desc" }, select: { event: true, text: true } }),
    );
    expect(entry.event).toBe("rights-request.recorded");
    expect(entry.text).toContain("erased");
  });

  it("is of stewards, once, and of a closed request alone", async () => {
    const { id } = await makeClosed();
    const open = await makeRightsRequest(ctx);
    expect(await eraseRequest(as(ctx, "editor"), { id })).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await eraseRequest(ctx, { id: open.id })).toMatchObject({
      refusal: { issues: [{ key: "rights-request.notFromHere" }] },
    });
    valueOf(await eraseRequest(ctx, { id }));
    expect(await eraseRequest(ctx, { id })).toMatchObject({
      refusal: { issues: [{ key: "rights-request.erasedAlready" }] },
    });
    const foreign = await makeOrganisation(database.ownerUrl);
    expect(await eraseRequest(foreign, { id })).toMatchObject({ refusal: { kind: "not-found" } });
  });
});

describe("the rule", () => {
  it("erases nothing while nobody decided, then what is past its months and no more", async () => {
    const { id } = await makeClosed();
    const { signal } = new AbortController();
    expect(await eraseDue(job(), signal)).toBe(0);
    valueOf(await saveRule(ctx, { retentionMonths: 120, version: 0 }));
    expect(await eraseDue(job(), signal)).toBe(0);
    valueOf(await saveRule(ctx, { retentionMonths: 6, version: 1 }));
    expect(await eraseDue(job(), signal)).toBeGreaterThan(0);
    expect((await read(id)).row.contactSealed).toBeNull();
    expect(await eraseDue(job(), signal)).toBe(0);
  });

  it("says who decided meanwhile, and is decided by stewards", async () => {
    expect(await saveRule(ctx, { retentionMonths: 3, version: 0 })).toMatchObject({
      refusal: { kind: "conflict", author: ctx.actor.name },
    });
    expect(await saveRule(as(ctx, "editor"), { retentionMonths: 3, version: 2 })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
  });
});
