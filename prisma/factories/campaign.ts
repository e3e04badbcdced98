import { campaignCreateSchema } from "@/lib/features/campaign/schema";
import { createCampaign, moveCampaign } from "@/lib/features/campaign/write/mutations";
import type { Ctx } from "@/lib/platform/request/context";
import { valueOf } from "./register";

/** A campaign by consent in January 2027, to consumers of metropolitan France, unless something else is stated. */
export async function makeCampaign(
  ctx: Ctx,
  stated: { controllerId: string } & Partial<Record<string, unknown>>,
) {
  const input = campaignCreateSchema.parse({
    ...{ title: "Fibre, rentrée 2027", product: "Abonnement à la fibre", sector: "other" },
    ...{ audience: "consumer", territories: ["FR"], basis: "consent" },
    ...{ firstDay: "2027-01-04", lastDay: "2027-01-29", provenance: "Liste du responsable" },
    numbers: [{ number: "01 23 45 67 89", authenticated: "yes" }],
    ...{ abroad: "yes", robot: "no", dialler: "no" },
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
