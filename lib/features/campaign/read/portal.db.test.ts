import { expect, it } from "vitest";
import { withOrg } from "@/lib/platform/database/transaction";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { judgeAs, makeCallLog, receiveLines } from "@/prisma/factories/call-log";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeChoice } from "@/prisma/factories/choice";
import { makeContact } from "@/prisma/factories/contact";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { countPortalChoices, findPortalCampaigns } from "./portal";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const start = (id: string) =>
  withOrg(ctx.scope, (tx) => tx.campaign.updateMany({ where: { id }, data: { state: "started" } }));

it("shows a controller its campaigns with the findings on their calls, and counts its choices", async () => {
  const [own, other] = [(await makeController(ctx)).id, (await makeController(ctx)).id];
  const contact = await makeContact(ctx, { controllerId: own });
  const started = await makeCampaign(ctx, { controllerId: own, basis: "contract", countries: ["MA"] });
  await start(started.id);
  const draft = await makeCampaign(ctx, { controllerId: own, basis: "contract" });
  const foreign = await makeCampaign(ctx, { controllerId: other, basis: "contract" });
  await start(foreign.id);
  await makeCallLog(ctx, foreign.id);
  await makeChoice(ctx, { controllerId: other });
  const log = await receiveLines(ctx, started.id, [
    "+33612345678;2026-08-18 10:30:00;ANSWERED;0123456789;",
    "+33698765432;2026-08-18 21:30:00;DNC;0123456789;",
    "+212612345678;2026-08-18 21:30:00;ANSWERED;0123456789;",
  ]);
  await judgeAs(ctx, log);
  const shown = await readInScope(contact.scope, findPortalCampaigns);
  const byId = new Map(shown.map((campaign) => [campaign.id, campaign]));
  expect([...byId.keys()].sort()).toEqual([started.id, draft.id].sort());
  expect(byId.get(draft.id)).toMatchObject({ state: "draft", logs: [] });
  expect([byId.get(started.id)]).toMatchObject([
    {
      id: started.id,
      state: "started",
      places: ["FR", "MA"],
      logs: [{ id: log, calls: 3, broken: 1, status: "open" }],
    },
  ]);
  expect(byId.get(started.id)?.logs[0]?.findings.map(({ reason }) => reason)).toContain("hours-outside");
  expect(byId.get(started.id)?.logs[0]?.findings).toContainEqual(
    expect.objectContaining({ rule: "foreign-law", country: "MA", calls: 1 }),
  );
  const counted = await readInScope(contact.scope, (tx) => countPortalChoices(tx, new Date(0)));
  expect(counted).toEqual([{ act: "telephone", outcome: "refused", count: 1 }]);
});
