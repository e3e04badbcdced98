import { describe, expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { as, makeOrganisation } from "@/prisma/factories/organisation";
import { makeCampaign, makeConsents, makePreparedCampaign } from "@/prisma/factories/campaign";
import { mergeInto } from "@/prisma/factories/merge";
import { makeAccepted, makeInstruction, step } from "@/prisma/factories/instruction";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { findCampaign, findFacts } from "@/lib/features/campaign/read/queries";
import { findHolderName, holderOf } from "@/lib/features/controller/read/active";
import { campaignCreateSchema, campaignUpdateSchema } from "@/lib/features/campaign/schema";
import { createCampaign, moveCampaign, updateCampaign } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const foreign = await makeOrganisation(database.ownerUrl);
const { id: controllerId } = await makeController(ctx);

const versions = (campaignId: string) =>
  withOrg(ctx.scope, (tx) =>
    tx.campaignVersion.findMany({ where: { campaignId }, orderBy: { version: "asc" } }),
  );
const lastEvents = async (take: number) => {
  const rows = await withOrg(ctx.scope, (tx) => tx.journalText.findMany({ orderBy: { seq: "desc" }, take }));
  return rows.map(({ text }) => (JSON.parse(text ?? "{}") as { event: string }).event);
};
const changed = (row: { id: string; version: number }, stated: object) =>
  campaignUpdateSchema.parse({ id: row.id, version: row.version, title: "Title", ...stated });

describe("campaign", () => {
  it("is created and updated, each with a version and an entry of the journal", async () => {
    const row = await makeCampaign(ctx, { controllerId });
    const saved = valueOf(await updateCampaign(ctx, changed(row, { title: "Other", lastDay: "2027-02-26" })));
    expect(saved).toMatchObject({ title: "Other", version: 2, state: "draft" });
    expect((await versions(row.id)).map(({ change, title }) => [change, title])).toEqual([
      ["created", row.title],
      ["saved", "Other"],
    ]);
    expect(await lastEvents(2)).toEqual(["campaign.updated", "campaign.created"]);
    const stored = await withOrg(ctx.scope, (tx) => tx.campaign.findUnique({ where: { id: row.id } }));
    expect(stored).toMatchObject({ firstDay: null, lastDay: "2027-02-26" });
  });

  it("stores shown numbers in E.164, each once", async () => {
    const numbers = [
      { number: "06 12 34 56 78", authenticated: "no" },
      { number: "0033 6 12 34 56 78", authenticated: "yes" },
      { number: "+212 522 22 22 22", authenticated: "" },
    ];
    const { content } = await makeCampaign(ctx, { controllerId, numbers });
    expect(content.numbers).toEqual([
      { number: "+33612345678", authenticated: "no" },
      { number: "+212522222222", authenticated: null },
    ]);
  });

  it.each([
    [{ numbers: [{ number: "06 12" }] }, "numbers.0.number", "campaign.number"],
    [{ firstDay: "2027-02-01", lastDay: "2027-01-31" }, "lastDay", "campaign.lastDay"],
  ])("refuses %o", async (stated, path, key) => {
    const row = await makeCampaign(ctx, { controllerId });
    const refused = await updateCampaign(ctx, changed(row, stated));
    expect(refused).toMatchObject({ refusal: { issues: [{ path, key }] } });
  });

  it("executes an instruction of its own controller alone", async () => {
    const kind = "campaign";
    const [own, others] = [
      await makeAccepted(ctx, { controllerId, kind }),
      await makeAccepted(ctx, { kind }),
    ];
    const row = await makeCampaign(ctx, { controllerId, instructionId: own.id });
    expect(row.instruction).toMatchObject({ id: own.id });
    const refused = await updateCampaign(ctx, changed(row, { instructionId: others.id }));
    expect(refused).toMatchObject({ refusal: { issues: [{ path: "instructionId" }] } });
  });

  it.each<[string, () => Promise<{ id: string }>, string]>([
    [
      "that nobody examined",
      () => makeInstruction(ctx, { controllerId, kind: "campaign" }),
      "instructionReason_Unexamined",
    ],
  ])(
    "does not execute an instruction %s but on a written reason, which is journalled",
    async (_, make, key) => {
      const { id: instructionId } = await make();
      const issues = [{ path: "instructionReason", key, params: { number: expect.any(String) } }];
      const row = await makeCampaign(ctx, { controllerId });
      expect(await updateCampaign(ctx, changed(row, { instructionId }))).toMatchObject({
        refusal: { issues },
      });
      const created = campaignCreateSchema.parse({ title: "Autre", controllerId, instructionId });
      expect(await createCampaign(ctx, created)).toMatchObject({ refusal: { issues } });
      const instructionReason = "Ordered in the letter that the instruction quotes";
      const saved = valueOf(await updateCampaign(ctx, changed(row, { instructionId, instructionReason })));
      expect(saved.content.instructionReason).toBe(instructionReason);
      const entry = await withOrg(ctx.scope, (tx) =>
        tx.journalText.findFirst({ orderBy: { seq: "desc" }, select: { text: true } }),
      );
      expect(entry?.text).toContain(instructionReason);
    },
  );

  it("keeps no reason that nothing asked for, and takes none for an instruction that was withdrawn", async () => {
    const own = await makeAccepted(ctx, { controllerId, kind: "campaign" });
    const stated = { instructionId: own.id, instructionReason: "No need" };
    const row = valueOf(
      await updateCampaign(ctx, changed(await makeCampaign(ctx, { controllerId }), stated)),
    );
    expect(row.content.instructionReason).toBe("");
    const ended = await makeAccepted(ctx, { controllerId, kind: "campaign" });
    await step(ctx, ended, "withdraw");
    expect(
      await updateCampaign(ctx, changed(row, { instructionId: ended.id, instructionReason: "All the same" })),
    ).toMatchObject({ refusal: { issues: [{ path: "instructionId", key: "instructionEnded" }] } });
  });

  it("is not overwritten by who read an earlier version", async () => {
    const row = await makeCampaign(ctx, { controllerId });
    await updateCampaign(ctx, changed(row, { title: "First" }));
    const second = await updateCampaign(ctx, changed(row, { title: "Second" }));
    expect(second).toMatchObject({ refusal: { kind: "conflict", current: { title: "First" } } });
  });

  it("is refused to a viewer and hidden from another organisation", async () => {
    const row = await makeCampaign(ctx, { controllerId });
    const input = campaignCreateSchema.parse({ title: "Title", controllerId });
    expect(await createCampaign(as(ctx, "viewer"), input)).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await createCampaign(foreign, input)).toMatchObject({ refusal: { kind: "invalid" } });
    expect(await updateCampaign(foreign, changed(row, {}))).toMatchObject({ refusal: { kind: "not-found" } });
  });

  it("is read as one of the controller that its own was merged into", async () => {
    const [first, second] = [await makeController(ctx), await makeController(ctx)];
    const { id } = await makeCampaign(ctx, { controllerId: first.id });
    valueOf(await mergeInto(ctx, [first.id, second.id]));
    const row = await withOrg(ctx.scope, (tx) => findCampaign(tx, id));
    expect(row && holderOf(row)).toBe(second.id);
    const name = row && (await withOrg(ctx.scope, (tx) => findHolderName(tx, row)));
    expect(name).toBe(second.legalName);
  });
});

describe("the end of a campaign", () => {
  const end = (row: { id: string; version: number }, reason = "Objet atteint") => ({
    id: row.id,
    version: row.version,
    event: "end" as const,
    on: "2026-11-24",
    reason,
  });

  it("is a dated fact with its author and reason, after which nothing changes", async () => {
    const row = await makeCampaign(ctx, { controllerId });
    const ended = valueOf(await moveCampaign(ctx, end(row)));
    expect(ended.state).toBe("ended");
    const [fact] = await withOrg(ctx.scope, (tx) => findFacts(tx, row.id));
    expect(fact).toMatchObject({ event: "end", factOn: "2026-11-24", reason: "Objet atteint" });
    expect(await lastEvents(1)).toEqual(["campaign.ended"]);
    expect(await updateCampaign(ctx, changed(ended, {}))).toMatchObject({
      refusal: { issues: [{ key: "campaign.ended" }] },
    });
  });

  it("needs a reason, and a steward", async () => {
    const row = await makeCampaign(ctx, { controllerId });
    expect(await moveCampaign(ctx, end(row, ""))).toMatchObject({
      refusal: { issues: [{ path: "reason", key: "campaign.reasonMissing" }] },
    });
    expect(await moveCampaign(as(ctx, "editor"), end(row))).toMatchObject({ refusal: { kind: "forbidden" } });
  });
});

describe("the start of a campaign", () => {
  const start = (row: { id: string; version: number }, reason = "") => ({
    id: row.id,
    version: row.version,
    event: "start" as const,
    on: "2026-11-24",
    reason,
  });

  it("is refused with the article while nobody consented, and is a fact once they have", async () => {
    const row = await makePreparedCampaign(ctx);
    expect(await moveCampaign(ctx, start(row))).toMatchObject({
      refusal: { issues: [{ path: "event", key: "campaign.red", params: { articles: "L223-1 ; L223-5" } }] },
    });
    await makeConsents(ctx, row);
    expect(valueOf(await moveCampaign(ctx, start(row)))).toMatchObject({ state: "started" });
    expect(await lastEvents(1)).toEqual(["campaign.started"]);
  });

  it("needs a written reason where doubts remain, which stays with the fact", async () => {
    const row = await makePreparedCampaign(ctx, { provenance: "" });
    await makeConsents(ctx, row);
    expect(await moveCampaign(ctx, start(row))).toMatchObject({
      refusal: { issues: [{ path: "reason", key: "campaign.amber" }] },
    });
    valueOf(await moveCampaign(ctx, start(row, "Provenance confirmée au téléphone")));
    const [fact] = await withOrg(ctx.scope, (tx) => findFacts(tx, row.id));
    expect(fact).toMatchObject({ event: "start", reason: "Provenance confirmée au téléphone" });
  });

  it("is refused without contract and instruction", async () => {
    const row = await makeCampaign(ctx, { controllerId });
    await makeConsents(ctx, { controllerId });
    expect(await moveCampaign(ctx, start(row))).toMatchObject({
      refusal: { issues: [{ key: "campaign.red", params: { count: 2 } }] },
    });
  });
});
