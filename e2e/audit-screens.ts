import { makeContractInForce } from "@/prisma/factories/contract";
import { makeGrant, type MadeGrant } from "@/prisma/factories/grant";
import type { MadeOrganisation } from "@/prisma/factories/organisation";
import { makeActiveRecord, makeController } from "@/prisma/factories/register";

/** Pages before an auditor signs in. */
export const OPEN_AUDIT_SCREENS = ["/audit/sign-in", "/audit/sign-in/code", "/audit/sign-in/link/forwarded"];

export async function auditScreensOf(
  organisation: MadeOrganisation,
): Promise<{ auditor: MadeGrant; screens: string[] }> {
  const { id: controllerId } = await makeController(organisation, { legalName: "Filature du Gapeau" });
  await makeActiveRecord(organisation, { controllerId, activity: "Relance de factures" });
  await makeContractInForce(organisation, { controllerId });
  const auditor = await makeGrant(organisation);
  const home = `/audit/${auditor.actor.grantId}`;
  const screens = [
    "",
    "/register",
    "/register/0",
    "/clauses",
    "/clauses/0",
    "/breaches",
    "/journal",
    "/journal/0",
  ];
  return { auditor, screens: screens.map((path) => `${home}${path}`) };
}
