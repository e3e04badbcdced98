import type { MadeOrganisation } from "@/prisma/factories/organisation";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";

/** A page of each pattern of requests: whose controller is unknown, and one that is carried out. */
export async function rightsScreensOf(
  organisation: MadeOrganisation,
  controllerId: string,
): Promise<string[]> {
  const unplaced = await makeRightsRequest(organisation, { isIdentityDoubted: true });
  const placed = await makeRightsRequest(organisation, {
    controllerId,
    rights: ["erasure", "rectification"],
    contact: "cliente@exemple.fr",
  });
  const relayed = await stepRightsRequest(organisation, placed, "relayed", { means: "telephone" });
  await stepRightsRequest(organisation, relayed, "task-added", {
    taskKind: "system",
    taskName: "Enregistreur d’appels",
  });
  const rightsRequests = `/rights-requests/${placed.id}`;
  return [
    "/rights-requests",
    "/rights-requests?view=unplaced&q=rien",
    `/rights-requests?view=all&right=erasure&controller=${controllerId}`,
    "/rights-requests/new",
    "/rights-requests/figures",
    "/rights-requests/retention",
    `/rights-requests/${unplaced.id}`,
    `/rights-requests/${unplaced.id}/event?kind=placed`,
    rightsRequests,
    `${rightsRequests}/event?kind=instructed`,
    `${rightsRequests}/event?kind=task-added`,
    `${rightsRequests}/event?kind=extension-announced`,
  ];
}
