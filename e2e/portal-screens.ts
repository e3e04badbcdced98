import { moveRecord } from "@/lib/features/processing-record/write/mutations";
import { makeAgreed, makeRequest, stepRequest } from "@/prisma/factories/authorisation";
import { makeIssuedNotice } from "@/prisma/factories/breach";
import { askForApproval, answerRequest, makeCallScript } from "@/prisma/factories/call-script";
import { makeContact, type MadeContact } from "@/prisma/factories/contact";
import { makeDecision } from "@/prisma/factories/decision";
import { makeAccepted, makeInstruction, step } from "@/prisma/factories/instruction";
import type { MadeOrganisation } from "@/prisma/factories/organisation";
import { makeController, makeRecord, valueOf } from "@/prisma/factories/register";
import { makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import { makeRightsRequest, stepRightsRequest } from "@/prisma/factories/rights-request";
import { addMessage } from "@/prisma/factories/thread";
import { makeWholeTransfer } from "@/prisma/factories/transfer";
import { dayFromNow } from "./days";

/** Pages before a contact signs in. */
export const OPEN_PORTAL_SCREENS = [
  "/portal/sign-in",
  "/portal/sign-in/code",
  "/portal/sign-in/link/forwarded",
];

export async function portalScreensOf(
  organisation: MadeOrganisation,
): Promise<{ contact: MadeContact; screens: string[] }> {
  const { id: controllerId } = await makeController(organisation, { legalName: "Filature du Gapeau" });
  const contact = await makeContact(organisation, { controllerId });
  // Adds a second controller, so that the page of choice is shown.
  await makeContact(organisation, { personId: contact.actor.personId, email: contact.email });
  const contract = await makeAgreed(organisation, {}, controllerId);
  const record = await makeRecord(organisation, { controllerId, activity: "Relance de factures" });
  const activation = { id: record.id, version: 1, event: "activate" as const, on: "2026-01-05", reason: "" };
  valueOf(await moveRecord(organisation, activation));
  const thread = await addMessage(contact, record.id);
  await addMessage(organisation, record.id, { text: "Sur nos serveurs de Casablanca, trente jours." });
  const transfer = await makeWholeTransfer(organisation, { controllerId });

  const ask = async () =>
    makeRequest(organisation, {
      controllerId,
      subProcessorId: (await makeWholeSubProcessor(organisation)).id,
    });
  const awaited = await ask();
  const decided = await ask();
  const choice = { choice: "conditions", conditions: "Pas de sous-traitance ultérieure." };
  await makeDecision(contact, decided, choice);
  const withdrawn = await stepRequest(organisation, await ask(), "withdraw");

  const received = await makeInstruction(organisation, { controllerId });
  const accepted = await makeAccepted(organisation, { controllerId });
  const checked = await step(organisation, await makeInstruction(organisation, { controllerId }), "check");
  const contested = await step(organisation, checked, "contest");

  const { noticeId } = await makeIssuedNotice(organisation, { controllerId });

  const script = await makeCallScript(organisation, { controllerId });
  const submitted = await askForApproval(organisation, script);
  const answered = await askForApproval(organisation, await makeCallScript(organisation, { controllerId }));
  await answerRequest(contact, answered);
  const request = await makeRightsRequest(organisation, { controllerId, rights: ["erasure"] });
  await stepRightsRequest(organisation, request, "relayed", { means: "letter" });

  const paths = [
    "/rights-requests",
    `/rights-requests/${request.id}`,
    "",
    "/notices",
    `/notices/${noticeId}`,
    "/records",
    `/records/${record.id}`,
    "/contracts",
    `/contracts/${contract.id}`,
    "/instructions",
    "/instructions/new",
    ...[received, accepted, contested].map(({ id }) => `/instructions/${id}`),
    `/instructions/${contested.id}/answer`,
    "/requests",
    ...[awaited, decided, withdrawn].map(({ id }) => `/requests/${id}`),
    "/scripts",
    "/telephone",
    ...[submitted, answered].map(({ id }) => `/scripts/${id}`),
    "/sub-processors",
    "/transfers",
    `/transfers/${transfer.id}`,
    "/documents",
    "/threads",
    `/threads/${thread}`,
    "/extract",
    `/extract?on=${dayFromNow(-1)}`,
    "/extract?on=2999-01-01&day=future",
    "/me",
  ];
  const screens = paths.map((path) => `/portal/${contact.actor.contactId}${path}`);
  return { contact, screens: ["/portal", ...screens] };
}
