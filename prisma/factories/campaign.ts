import { campaignCreateSchema } from "@/lib/features/campaign/schema";
import { createCampaign, moveCampaign } from "@/lib/features/campaign/write/mutations";
import { recordScrub } from "@/lib/features/campaign/write/scrub";
import type { Ctx, StaffCtx } from "@/lib/platform/request/context";
import { makeApprovedScript } from "./call-script";
import { makeCollection, makeConsentFile } from "./consent";
import { makeContractInForce } from "./contract";
import { makeInstruction, step } from "./instruction";
import { makeController, valueOf } from "./register";

/** A campaign by consent in January 2027, to consumers of metropolitan France, unless something else is stated. */
export async function makeCampaign(
  ctx: Ctx,
  stated: { controllerId: string } & Partial<Record<string, unknown>>,
) {
  const input = campaignCreateSchema.parse({
    title: "Fibre, rentrée 2027",
    product: "Abonnement à la fibre",
    sector: "other",
    audience: "consumer",
    territories: ["FR"],
    basis: "consent",
    firstDay: "2027-01-04",
    lastDay: "2027-01-29",
    provenance: "Liste du responsable",
    numbers: [{ number: "01 23 45 67 89", authenticated: "yes" }],
    abroad: "yes",
    robot: "no",
    dialler: "no",
    ...stated,
  });
  return valueOf(await createCampaign(ctx, input));
}

/** A campaign that was ended before it was started. */
export async function makeEndedCampaign(ctx: Ctx, stated: { controllerId: string }) {
  const { id, version } = await makeCampaign(ctx, stated);
  const end = { event: "end", on: "2026-11-24", reason: "Objet atteint" } as const;
  return valueOf(await moveCampaign(ctx, { id, version, ...end }));
}

/** The list of a campaign was scrubbed on 1 August 2026. */
export async function makeScrub(ctx: Ctx, id: string) {
  const scrub = { scrubbedOn: "2026-08-01", fileCount: 12_000, certificate: "BLO-2026-08-01" };
  return valueOf(await recordScrub(ctx, { id, ...scrub }));
}

/** A controller with a contract in force, an accepted instruction and a script in use, and its campaign, of which consents alone are missing. */
export async function makePreparedCampaign(ctx: StaffCtx, stated: Partial<Record<string, unknown>> = {}) {
  const controllerId = (await makeController(ctx)).id;
  const { instruction, scriptId } = await makeCampaignGround(ctx, controllerId);
  return makeCampaign(ctx, { controllerId, instructionId: instruction.id, scriptId, ...stated });
}

/** A contract in force, an accepted instruction and a script in use, on which campaigns of a controller rest. */
export async function makeCampaignGround(ctx: StaffCtx, controllerId: string) {
  await makeContractInForce(ctx, { controllerId });
  const received = await makeInstruction(ctx, { controllerId, kind: "campaign" });
  const instruction = await step(ctx, await step(ctx, received, "check"), "accept");
  const { script } = await makeApprovedScript(ctx, { controllerId });
  return { instruction, scriptId: script.id };
}

/** Consents for every day of January 2027 towards the controller of a campaign. */
export async function makeConsents(
  ctx: StaffCtx,
  { controllerId, more = [] }: { controllerId: string; more?: readonly string[] },
) {
  const { id } = await makeCollection(ctx, { controllerId });
  return makeConsentFile(ctx, id, ["0612345678;01/10/2026;30/09/2027;FORM-1", ...more]);
}
