import { expect, it } from "vitest";
import { findCampaign } from "@/lib/features/campaign/read/queries";
import { moveCampaign } from "@/lib/features/campaign/write/mutations";
import { houseRuleSchema } from "@/lib/features/telephone/schema";
import { saveHouseRule } from "@/lib/features/telephone/write/house";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeConsents, makePreparedCampaign } from "@/prisma/factories/campaign";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import type { LacksAsked } from "./lacks/asked";
import { findCampaignLacks } from "./lacks/campaigns";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);
const foreign = await makeOrganisation(database.ownerUrl);

/** Campaigns of January 2027 that ask for an act on one of its days. */
const dutiesOn = (day: string, of = ctx, kind = "campaign.ground") => {
  const now = new Date(`${day}T12:00:00Z`);
  const count = String;
  const asked: LacksAsked = {
    now,
    day,
    doneSince: now,
    countRecords: count,
    countPoints: count,
    countSubProcessors: count,
    countLetters: count,
  };
  return withOrg(of.scope, async (tx) =>
    (await findCampaignLacks(tx, asked))
      .filter((duty) => duty.kind === kind)
      .map(({ subject, about }) => [subject.id, about]),
  );
};

it("asks for an act before a campaign begins that something forbids or leaves in doubt, and no earlier", async () => {
  const own = await makeOrganisation(database.ownerUrl);
  const { id, title } = await makePreparedCampaign(own);
  const startsOn = (day: string) => dutiesOn(day, own, "campaign.start");
  expect(await startsOn("2026-12-20")).toEqual([]);
  const forbidden = [[id, `${title} (L223-1 ; L223-5)`]];
  expect(await startsOn("2026-12-21")).toEqual(forbidden);
  expect(await startsOn("2027-01-29")).toEqual(forbidden);
  expect(await startsOn("2027-01-30")).toEqual([]);
  await makeConsents(own, { controllerId: (await campaign(id, own)).controllerId });
  expect(await startsOn("2026-12-21")).toEqual([]);
  expect(await dutiesOn("2026-12-21", foreign, "campaign.start")).toEqual([]);
});

it("asks for an act on a day of a running campaign that something forbids, and on no other", async () => {
  const { id, version, title } = await makePreparedCampaign(ctx, { lastDay: "2027-12-31" });
  await makeConsents(ctx, { controllerId: (await campaign(id)).controllerId });
  expect(await dutiesOn("2027-01-12")).toEqual([]);
  const start = { event: "start", on: "2026-11-24", reason: "Jusqu’à la fin des consentements" } as const;
  expect(await moveCampaign(ctx, { id, version, ...start })).toMatchObject({
    refusal: { issues: [{ key: "campaign.red" }] },
  });
  await withOrg(ctx.scope, (tx) => tx.campaign.updateMany({ where: { id }, data: { state: "started" } }));
  expect(await dutiesOn("2027-01-12")).toEqual([]);
  // The last consent ends on 30 September.
  expect(await dutiesOn("2027-10-01")).toEqual([[id, `${title} (L223-1 ; L223-5)`]]);
  expect(await dutiesOn("2028-01-03")).toEqual([]);
  expect(await dutiesOn("2027-10-01", foreign)).toEqual([]);
});

it("asks for a decision on a day of a running campaign that is in doubt", async () => {
  const own = await makeOrganisation(database.ownerUrl);
  const { id, title } = await makePreparedCampaign(own, { sector: "" });
  await makeConsents(own, { controllerId: (await campaign(id, own)).controllerId });
  await withOrg(own.scope, (tx) => tx.campaign.updateMany({ where: { id }, data: { state: "started" } }));
  const [doubted] = await dutiesOn("2027-01-12", own, "campaign.doubt");
  expect(doubted).toEqual([id, expect.stringContaining(title)]);
  expect(await dutiesOn("2027-01-12", own)).toEqual([]);
});

it("names no article where the house alone forbids the day", async () => {
  const { id, title } = await makePreparedCampaign(ctx);
  await makeConsents(ctx, { controllerId: (await campaign(id)).controllerId });
  await withOrg(ctx.scope, (tx) => tx.campaign.updateMany({ where: { id }, data: { state: "started" } }));
  valueOf(await saveHouseRule(ctx, houseRuleSchema.parse({ version: 0, attempts: "0", reason: "Trêve" })));
  expect(await dutiesOn("2027-01-12")).toContainEqual([id, title]);
});

async function campaign(id: string, of = ctx) {
  const row = await withOrg(of.scope, (tx) => findCampaign(tx, id));
  if (!row) throw new Error("The campaign is not there.");
  return row;
}
