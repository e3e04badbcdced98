import { describe, expect, it } from "vitest";
import { findReadiness } from "@/lib/features/campaign/read/readiness";
import { findCampaign, type CampaignRow } from "@/lib/features/campaign/read/queries";
import { campaignUpdateSchema } from "@/lib/features/campaign/schema";
import { findCampaignsOf } from "@/lib/features/call-script/read/queries";
import { moveCallScript } from "@/lib/features/call-script/write/mutations";
import { withOrg } from "@/lib/platform/database/transaction";
import { makeApprovedScript, makeCallScript } from "@/prisma/factories/call-script";
import { makeCampaign, makeConsents, makePreparedCampaign } from "@/prisma/factories/campaign";
import { mergeInto } from "@/prisma/factories/merge";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makeController, valueOf } from "@/prisma/factories/register";
import { openDatabase } from "@/scripts/test/open-database";
import { updateCampaign } from "./mutations";

const database = await openDatabase();
const ctx = await makeOrganisation(database.ownerUrl);

const named = ({ id, version, title }: CampaignRow, scriptId: string | null) =>
  updateCampaign(ctx, campaignUpdateSchema.parse({ id, version, title, scriptId: scriptId ?? "" }));
const reasonsOf = async (id: string) =>
  withOrg(ctx.scope, async (tx) => {
    const campaign = await findCampaign(tx, id);
    const { colour, reasons } = await findReadiness(tx, campaign!, ctx.now);
    return [colour, ...reasons.map(({ reason, article }) => `${reason} ${article}`)];
  });

describe("the script of a campaign", () => {
  it("is one of its controller, and its sheet names the campaign", async () => {
    const [own, other] = [await makeController(ctx), await makeController(ctx)];
    const script = await makeCallScript(ctx, { controllerId: own.id });
    const foreign = await makeCallScript(ctx, { controllerId: other.id });
    const campaign = await makeCampaign(ctx, { controllerId: own.id });
    expect(await named(campaign, foreign.id)).toMatchObject({
      refusal: { issues: [{ path: "scriptId", key: "campaign.script" }] },
    });
    const saved = valueOf(await named(campaign, script.id));
    expect(saved.script).toMatchObject({ id: script.id, reference: script.reference });
    const users = await withOrg(ctx.scope, (tx) => findCampaignsOf(tx, script.id));
    expect(users).toMatchObject([{ id: campaign.id, state: "draft" }]);
    const versions = await withOrg(ctx.scope, (tx) =>
      tx.campaignVersion.findMany({ where: { campaignId: campaign.id }, orderBy: { version: "asc" } }),
    );
    expect(versions.map(({ snapshot }) => (snapshot as { scriptId: string | null }).scriptId)).toEqual([
      null,
      script.id,
    ]);
  });

  it("is a doubt while none is named or in use, and nothing once the approved edition is", async () => {
    const campaign = await makePreparedCampaign(ctx);
    await makeConsents(ctx, campaign);
    expect(await reasonsOf(campaign.id)).toEqual(["green"]);
    const { scriptId } = campaign;
    const draft = await makeCallScript(ctx, { controllerId: campaign.controllerId, title: "Autre" });
    const changed = campaignUpdateSchema.parse({ ...campaign.content, ...campaign, scriptId: draft.id });
    const other = valueOf(await updateCampaign(ctx, changed));
    expect(await reasonsOf(campaign.id)).toEqual(["amber", "script-unused 28(3)(a)"]);
    const none = valueOf(await updateCampaign(ctx, { ...changed, version: other.version, scriptId: null }));
    expect(await reasonsOf(campaign.id)).toEqual(["amber", "script-none L221-16"]);
    valueOf(await updateCampaign(ctx, { ...changed, version: none.version, scriptId }));
    expect(await reasonsOf(campaign.id)).toEqual(["green"]);
    await retire(scriptId!);
    expect(await reasonsOf(campaign.id)).toEqual(["amber", "script-unused 28(3)(a)"]);
  });

  it("may be one of a controller that was merged into its own", async () => {
    const [first, second] = [await makeController(ctx), await makeController(ctx)];
    const { script } = await makeApprovedScript(ctx, { controllerId: first.id });
    const campaign = await makeCampaign(ctx, { controllerId: second.id });
    expect(await named(campaign, script.id)).toMatchObject({ refusal: { issues: [{ path: "scriptId" }] } });
    valueOf(await mergeInto(ctx, [first.id, second.id]));
    expect(valueOf(await named(campaign, script.id)).script).toMatchObject({ id: script.id });
  });
});

async function retire(id: string) {
  const { version } = await withOrg(ctx.scope, (tx) => tx.callScript.findFirstOrThrow({ where: { id } }));
  valueOf(
    await moveCallScript(ctx, { id, version, event: "retire", on: "2026-11-24", reason: "Offre abandonnée" }),
  );
}
