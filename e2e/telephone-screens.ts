import { withOrg } from "@/lib/platform/database/transaction";
import { makeApprovedScript, makeCallScript } from "@/prisma/factories/call-script";
import { makeClosedLog } from "@/prisma/factories/call-log";
import { makeCampaign } from "@/prisma/factories/campaign";
import { makeCollection } from "@/prisma/factories/consent";
import { makeAuthorisation, makeChoice, makeListCheck } from "@/prisma/factories/choice";
import { makeAnswered, makeConsultation } from "@/prisma/factories/consultation";
import type { MadeOrganisation } from "@/prisma/factories/organisation";

/** A page of each pattern of calls: their law, campaigns, scripts, logs, consents and choices. */
export async function telephoneScreensOf(
  organisation: MadeOrganisation,
  controllerId: string,
): Promise<string[]> {
  const approved = await makeApprovedScript(organisation, { controllerId });
  const scripts = `/telephone/scripts/${approved.script.id}`;
  const spoken = { controllerId, language: "other", text: "Guten Tag" };
  const foreignScript = await makeCallScript(organisation, spoken);
  const consents = `/telephone/consents/${(await makeCollection(organisation, { controllerId })).id}`;
  const authorised = await makeAuthorisation(organisation, { controllerId });
  const campaigns = `/telephone/campaigns/${(await makeCampaign(organisation, { controllerId })).id}`;
  const consultations = `/telephone/consultations/${(await makeConsultation(organisation, { controllerId })).id}`;
  const answered = (await makeAnswered(organisation, { controllerId })).id;
  return [
    "/telephone",
    "/telephone?on=2026-11-11&time=10:00",
    "/telephone/statute",
    "/telephone/statute?on=2025-08-01&beside=2026-08-11",
    "/telephone/call",
    "/telephone/call?on=2026-08-18&time=22:00&territory=PF&consent=yes&refused=yes",
    "/telephone/script",
    "/telephone/house",
    "/telephone/minors",
    "/telephone/minors?country=FR&born=2012-02-29&consent=yes&service=yes&on=2026-11-28",
    "/telephone/campaigns",
    "/telephone/campaigns?view=ended",
    "/telephone/campaigns/new",
    campaigns,
    `${campaigns}/edit`,
    `${campaigns}/state`,
    "/telephone/scripts",
    "/telephone/scripts?view=retired",
    "/telephone/scripts/new",
    scripts,
    `${scripts}?on=2026-08-10`,
    `${scripts}/edit`,
    `${scripts}/state`,
    `${scripts}/agents`,
    `${scripts}/versions`,
    `/telephone/scripts/${foreignScript.id}`,
    "/telephone/logs",
    "/telephone/logs/new",
    `/telephone/logs/${await makeClosedLog(organisation, { controllerId })}`,
    `${campaigns}/scrub`,
    "/telephone/consents",
    "/telephone/consents/new",
    consents,
    "/telephone/consultations",
    "/telephone/consultations?view=revoked",
    "/telephone/consultations/new",
    consultations,
    `${consultations}/edit`,
    `${consultations}/state`,
    `/telephone/consultations/${answered}`,
    `/telephone/consultations/${answered}/revoke?person=${await personOf(organisation, answered)}`,
    "/telephone/choices",
    `/telephone/choices?person=${(await makeChoice(organisation, { controllerId })).person}`,
    "/telephone/choices/new",
    `/telephone/choices?person=${authorised.person}`,
    `/telephone/choices/authorise?choice=${authorised.id}`,
    "/telephone/choices/check",
    `/telephone/choices/check?check=${await makeListCheck(organisation, { controllerId })}`,
  ];
}

/** The first person of a consultation. */
async function personOf({ scope }: MadeOrganisation, consultationId: string): Promise<string> {
  const where = { consultationId };
  return withOrg(scope, async (tx) => (await tx.consultationPerson.findFirstOrThrow({ where })).id);
}
