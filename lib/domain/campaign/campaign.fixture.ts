import { campaignContentSchema, type CampaignContent } from "./content";

/** A campaign by consent in January 2027 of which nothing is in doubt. */
export function campaignWith(stated: Partial<CampaignContent> = {}): CampaignContent {
  return campaignContentSchema.parse({
    product: "Abonnement à la fibre",
    sector: "other",
    audience: "consumer",
    territories: ["FR"],
    provenance: "Liste du responsable",
    basis: "consent",
    firstDay: "2027-01-04",
    lastDay: "2027-01-29",
    numbers: [{ number: "+33123456789", authenticated: "yes" }],
    abroad: "yes",
    robot: "no",
    dialler: "no",
    ...stated,
  });
}
