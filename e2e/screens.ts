import { taskLine } from "@/lib/domain/assignment/rows";
import { CONTRACT_SECTIONS } from "@/lib/domain/contract/content";
import { openImport } from "@/lib/features/import/write/mutations";
import { ORGANISATION_SECTIONS } from "@/lib/domain/organisation/sections";
import { SECTIONS } from "@/lib/domain/processing-record/sections";
import { SUB_PROCESSOR_SECTIONS } from "@/lib/domain/sub-processor/sections";
import { TRANSFER_SECTIONS } from "@/lib/domain/transfer/content";
import { retireMeasure } from "@/lib/features/measure/write/mutations";
import { adoptMeasure, makeMeasure, nameMeasures } from "@/prisma/factories/measure";
import { makeReadContract } from "@/prisma/factories/contract";
import { makeEndedDossier, makeQueuedDossier } from "@/prisma/factories/dossier";
import { makeUncollectedGrant, makeGrant } from "@/prisma/factories/grant";
import { makeInstruction, step } from "@/prisma/factories/instruction";
import { makeNote } from "@/prisma/factories/internal-note";
import { mergeInto } from "@/prisma/factories/merge";
import { makeInvitation } from "@/prisma/factories/invitation";
import { makeMember } from "@/prisma/factories/member";
import { makeRequest, prepareRequest, stepRequest } from "@/prisma/factories/authorisation";
import { makeContact } from "@/prisma/factories/contact";
import { makeController, makeOwnRecord, makeRecord, valueOf } from "@/prisma/factories/register";
import type { MadeOrganisation } from "@/prisma/factories/organisation";
import { makeLetter } from "@/prisma/factories/outbox";
import { makeRunningBreach } from "@/prisma/factories/running-breach";
import { makeSavedView } from "@/prisma/factories/saved-view";
import { makeWholeSubProcessor } from "@/prisma/factories/sub-processor";
import { addMessage } from "@/prisma/factories/thread";
import { makeTransfer } from "@/prisma/factories/transfer";
import { dayFromNow } from "./days";
import { dpoScreensOf } from "./dpo-screens";
import { rightsScreensOf } from "./rights-screens";
import { telephoneScreensOf } from "./telephone-screens";
import { registerFile } from "./register-file";

export const OPEN_SCREENS = [
  "/sign-in",
  "/sign-in?error=CredentialsSignin",
  "/setup?token=spent",
  "/sign-in?notice=emailKept",
  "/forgot-password",
  "/reset-password/spent",
  "/keep-email/spent",
  "/invitations/unknown",
  "/organisations/left",
  "/law",
  "/law/gdpr-28-3-a",
  "/law/conso-l223-1",
  "/nowhere",
];

const OWN_SCREENS = [
  "/account",
  "/account?notice=emailChanged",
  "/account/email",
  "/account/password",
  "/account/second-factor",
  "/account/second-factor/authenticator",
  "/account/second-factor/passkeys/new",
  "/account/sessions?others=3",
];

/** Fills an organisation with one of everything and returns each distinct address. */
export async function screensOf(organisation: MadeOrganisation): Promise<string[]> {
  const controller = await makeController(organisation, { legalName: "Filature du Gapeau" });
  const twice = await makeController(organisation, { legalName: "Filature Gapeau SAS", country: "BE" });
  const merged = await makeController(organisation, { legalName: "Filature de Gapeau" });
  valueOf(await mergeInto(organisation, [merged.id, controller.id]));
  await makeController(organisation, { legalName: "client télécom", isPlaceholder: true, country: "" });
  const vague = { controllerId: controller.id, activity: "Service client", operations: [] };
  const record = await makeRecord(organisation, vague);
  const { name: fileName, buffer } = registerFile();
  const run = valueOf(await openImport(organisation, { fileName, bytes: new Uint8Array(buffer) }));
  const measure = await adoptMeasure(organisation, "two-factors");
  await nameMeasures(organisation, record, [measure.id]);
  const retired = await makeMeasure(organisation);
  valueOf(
    await retireMeasure(organisation, { id: retired.id, version: 1, reason: "Remplacé", confirmed: false }),
  );
  const yesterday = dayFromNow(-1);
  const measures = `/measures/${measure.id}`;
  const instruction = await makeInstruction(organisation, { controllerId: controller.id });
  const call = await makeInstruction(organisation, { controllerId: controller.id, channel: "telephone" });
  const withdrawn = await step(organisation, call, "withdraw");
  const instructions = `/instructions/${instruction.id}`;
  const invitation = await makeInvitation(organisation);
  const member = `/members/${(await makeMember(organisation, "editor")).actor.memberId}`;
  const letter = await makeLetter(organisation, {
    to: { name: "Hélène Marchetti", address: "helene@held.example" },
  });
  const records = `/records/${record.id}`;
  const own = `/own-records/${(await makeOwnRecord(organisation)).id}`;
  const controllers = `/controllers/${controller.id}`;
  const subProcessors = `/sub-processors/${(await makeWholeSubProcessor(organisation)).id}`;
  const transfers = `/transfers/${(await makeTransfer(organisation, { controllerId: controller.id })).id}`;
  const requested = await makeRequest(organisation);
  const requests = `/authorisations/${requested.id}`;
  const refused = await stepRequest(organisation, await makeRequest(organisation), "refuse");
  const draft = await prepareRequest(organisation, { terms: { authorisation: "general" } });
  const contact = await makeContact(organisation, { controllerId: controller.id });
  const contracts = `/contracts/${await makeReadContract(organisation, controller.id)}`;
  const running = await makeRunningBreach(organisation, { controllerId: controller.id });
  const breaches = `/breaches/${running.breachId}`;
  const dpo = await dpoScreensOf(organisation, controller.id);
  const telephone = await telephoneScreensOf(organisation, controller.id);
  const rights = await rightsScreensOf(organisation, controller.id);
  return [
    "",
    "/records",
    "/records?view=closed&q=rien",
    "/records?panel=filters",
    "/records/new",
    "/records/new?template=orders",
    "/records/templates",
    "/records/templates/medical-reception",
    "/records/templates/telesales",
    "/records?columns=state.gaps",
    `/records/bulk?act=end&id=${record.id}`,
    `/records/bulk?act=measures&of=all&measureIds=${measure.id}`,
    `/records/bulk?act=review&id=${record.id}&day=2020-02-31`,
    records,
    ...SECTIONS.processor.map((section) => `${records}/edit/${section}`),
    `${records}/state`,
    `${records}/history`,
    `${records}/history/1/restore`,
    `${records}?on=${yesterday}`,
    `${records}?on=2026-02-30`,
    `/records?on=${yesterday}`,
    "/records?on=2026-02-30",
    "/records/export",
    "/confirm",
    `/confirm?to=exports&back=/${organisation.slug}/records/export&issue=wrongPassword&values=${encodeURIComponent(JSON.stringify([["format", "pdf"]]))}`,
    "/records/export?on=2999-01-01&day=future",
    "/own-records",
    "/own-records?view=closed&q=rien",
    "/own-records/new",
    "/own-records/bulk?act=review&of=all",
    own,
    ...SECTIONS.controller.map((section) => `${own}/edit/${section}`),
    `${own}/state`,
    `${own}/history`,
    `/own-records?on=${yesterday}`,
    "/own-records/export",
    "/records/import",
    "/records/import?error=isZip",
    "/records/import/register",
    "/records/import/register?error=damaged",
    `/records/import/${run.id}?step=columns`,
    `/records/import/${run.id}?step=check`,
    "/controllers",
    "/controllers?view=archived",
    "/controllers/new",
    controllers,
    `${controllers}/edit`,
    `${controllers}/archive`,
    `${controllers}/life`,
    `${controllers}/merge`,
    `${controllers}/merge?other=${encodeURIComponent(twice.legalName)}&remains=this`,
    `/controllers/${merged.id}/unmerge`,
    "/controllers/contacts",
    "/controllers/contacts?view=lapsed",
    `${controllers}/contacts/new`,
    `/controllers/contacts/${contact.actor.contactId}`,
    "/contracts",
    "/contracts?view=soon",
    "/contracts?q=rien",
    "/contracts/new",
    "/contracts/matrix",
    contracts,
    `${contracts}?on=2026-02-30`,
    ...["name", ...CONTRACT_SECTIONS].map((section) => `${contracts}/edit/${section}`),
    `${contracts}/state`,
    `${contracts}/amendments/new`,
    `${contracts}/instructors/new`,
    "/instructions",
    "/instructions?view=closed",
    "/instructions/new",
    "/instructions/scope",
    `/instructions/new?controller=${controller.id}`,
    instructions,
    `${instructions}?on=${yesterday}&document=lies&name=devis.pdf&found=PNG`,
    `${instructions}/edit`,
    `${instructions}/kind`,
    `${instructions}/move/check`,
    `${instructions}/move/contest`,
    `/instructions/${withdrawn.id}`,
    `/instructions/${withdrawn.id}/move/check`,
    "/sub-processors",
    "/sub-processors?view=gaps",
    "/sub-processors?q=rien",
    "/sub-processors/new",
    `${subProcessors}/life`,
    subProcessors,
    ...SUB_PROCESSOR_SECTIONS.map((section) => `${subProcessors}/edit/${section}`),
    `${subProcessors}/chain`,
    `${subProcessors}/flow-down`,
    `${subProcessors}/state`,
    `${subProcessors}/versions/1`,
    "/authorisations",
    "/authorisations?state=refused",
    "/authorisations/new",
    `/authorisations/new?subProcessor=${requested.subProcessorId}`,
    "/authorisations/drafts",
    requests,
    `${requests}/move/receive`,
    `${requests}/move/approve`,
    `${requests}/move/refuse`,
    `${requests}/move/withdraw`,
    `${requests}/move/meet`,
    `/authorisations/${refused.id}`,
    `/authorisations/${draft.id}`,
    `/authorisations/${draft.id}/edit`,
    "/transfers",
    "/transfers?view=review",
    "/transfers?q=rien",
    "/transfers/new",
    transfers,
    ...TRANSFER_SECTIONS.map((section) => `${transfers}/edit/${section}`),
    `${transfers}/state`,
    "/measures",
    "/measures?view=retired",
    "/measures?q=rien",
    "/measures/library",
    "/measures/coverage",
    "/measures/new",
    measures,
    `${measures}/edit`,
    `${measures}/retire`,
    `/measures/${retired.id}`,
    "/organisation",
    ...[...ORGANISATION_SECTIONS, "logo"].map((section) => `/organisation/edit/${section}`),
    "/organisation/edit/logo?error=logoSvg",
    "/organisation/security",
    "/breaches",
    "/breaches?view=all",
    "/breaches/new",
    breaches,
    `${breaches}/facts`,
    `${breaches}/facts?kind=persons`,
    `${breaches}/facts?kind=severity-input`,
    `${breaches}/controllers?controller=${controller.id}`,
    `${breaches}/state`,
    `/breaches/controllers/${running.partId}`,
    `/breaches/notices/${running.noticeId}`,
    `${controllers}/night-contacts/new`,
    "?view=done-week",
    ...telephone,
    "/compliance",
    "/compliance?view=lacking",
    "/compliance/gaps",
    "/compliance/gaps?duty=register",
    "/search",
    "/search?q=filature",
    "/compliance/trend",
    "/compliance/trend?controller=own",
    ...dpo,
    ...rights,
    "/obligations",
    "/obligations?view=done",
    "/obligations?whose=nobody",
    `/saved-views/${(await makeSavedView(organisation, { isShared: "true" })).id}`,
    "/saved-views/new?list=contracts&query=q%3Dmutuelle",
    "/notifications?view=all",
    "/contracts?q=mutuelle&view=soon",
    `/obligations/assign?line=${encodeURIComponent(taskLine("controller", controller.id))}`,
    `/internal-notes/controller/${controller.id}`,
    `/internal-notes/controller/${controller.id}/${await makeNote(organisation, { noun: "controller", id: controller.id })}`,
    "/obligations/calendar",
    "/obligations/feed",
    "/obligations/holidays",
    "/obligations/holidays?of=fitr-2027",
    "/threads",
    `/threads/${await addMessage(organisation, instruction.id, { noun: "instruction" })}`,
    "/dossiers",
    "/dossiers/new",
    `/dossiers/${await makeQueuedDossier(organisation)}`,
    `/dossiers/${await makeEndedDossier(organisation, "made")}`,
    `/dossiers/${await makeEndedDossier(organisation, "failed")}`,
    `/dossiers/${await makeEndedDossier(organisation, "expired")}`,
    "/public-page",
    "/public-page/preview",
    "/auditors",
    "/auditors/new",
    `/auditors/${(await makeGrant(organisation)).actor.grantId}`,
    `/auditors/${(await makeUncollectedGrant(organisation)).id}`,
    "/journal",
    "/journal/heads",
    "/members",
    "/members/new",
    "/members/leave",
    member,
    `${member}/remove`,
    `/members/invitations/${invitation.id}`,
    "/outbox",
    "/outbox?view=cancelled",
    `/outbox/${letter.id}`,
  ]
    .map((path) => `/${organisation.slug}${path}`)
    .concat(OWN_SCREENS);
}
