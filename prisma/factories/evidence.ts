import { required } from "@/lib/domain/invariant/required";
import { confirmHoliday } from "@/lib/features/holiday/write/mutations";
import { recordMinorCall } from "@/lib/features/minor/write/mutations";
import { saveOrganisationSection } from "@/lib/features/organisation/write/mutations";
import { sectionSaveSchema } from "@/lib/features/organisation/schema";
import { moveRecord } from "@/lib/features/processing-record/write/mutations";
import { houseRuleSchema } from "@/lib/features/telephone/schema";
import { saveHouseRule } from "@/lib/features/telephone/write/house";
import { recordAccess } from "@/lib/platform/access/access-log";
import { withOrg } from "@/lib/platform/database/transaction";
import { type StaffCtx, today } from "@/lib/platform/request/context";
import { taskLine } from "@/lib/domain/assignment/rows";
import { makeAbsence, makeAssignment } from "./assignment";
import { makeClosed, makeDocument, makeWithdrawn } from "./attachment";
import { makeRequest } from "./authorisation";
import { makeIssuedNotice } from "./breach";
import { makeClosedLog } from "./call-log";
import { makeApprovedScript } from "./call-script";
import { makeConsents, makeEndedCampaign, makeScrub } from "./campaign";
import { makeAuthorisation, makeChoice, makeListCheck } from "./choice";
import { makeAnswered } from "./consultation";
import { makeContact, makeObjection, makePortalObjection } from "./contact";
import { makeContract, makeContractInForce } from "./contract";
import { makeClosedEnd } from "./contract-end";
import { openRequest, signDecision } from "./decision";
import { makeWork, stepWork } from "./dpo-work";
import { makeAccepted, step as stepInstruction } from "./instruction";
import { adoptMeasure, nameMeasures } from "./measure";
import { makeUndoneMerge } from "./merge";
import { bounceDecisionLetter, makeLetter, makeReport } from "./outbox";
import { makeOpenPage } from "./public-page";
import { makeRecord, valueOf } from "./register";
import { makeRightsRequest, stepRightsRequest } from "./rights-request";
import { signInstruction } from "./signed-acts";
import { chooseKinds } from "./notification";
import { makeSavedView } from "./saved-view";
import { makeSubProcessor, stepSubProcessor } from "./sub-processor";
import { makeForm } from "./submission";
import { addMessage } from "./thread";
import { makeTransfer, stepTransfer } from "./transfer";

/** Makes a row or two in every table of evidence, by the verbs of the product: a new noun adds its line here. */
export async function fillEvidence(ctx: StaffCtx) {
  const record = await makeRecord(ctx);
  const controllerId = required(record.controllerId, "controller of the entry");
  await fillRegister(ctx, record);
  await fillAgreements(ctx, controllerId);
  await fillCalls(ctx, controllerId);
  await stepWork(ctx, await makeWork(ctx, "training"), "hold");
  const request = await makeRightsRequest(ctx, { controllerId });
  await stepRightsRequest(ctx, request, "relayed", { means: "telephone" });
  await makeIssuedNotice(ctx, { controllerId });
  const page = await makeOpenPage(ctx);
  const contact = await makeContact(ctx, { controllerId });
  await makeObjection(ctx, contact.actor);
  await makePortalObjection(ctx, contact.actor);
  const sent = await makeRequest(ctx, { controllerId });
  await openRequest(contact, sent);
  valueOf(await signDecision(contact, sent));
  await bounceDecisionLetter(ctx, sent.id);
  const on = today(ctx);
  const given = valueOf(await signInstruction(contact));
  await stepInstruction(ctx, await stepInstruction(ctx, given, "check", { on }), "accept", { on });
  await addMessage(makeForm()(contact), record.id);
  for (const label of ["T-001", "T-002"])
    await withOrg(contact.scope, (tx) =>
      recordAccess(tx, contact, { noun: "processing-record", id: record.id, label }),
    );
  const letter = await makeLetter(ctx);
  await makeReport(ctx, letter.id, { kind: "delayed", at: ctx.now });
  return { record, controllerId, contact, letter, page };
}

async function fillRegister(ctx: StaffCtx, record: Awaited<ReturnType<typeof makeRecord>>) {
  const measure = await adoptMeasure(ctx, "two-factors");
  const { version } = await nameMeasures(ctx, record, [measure.id]);
  valueOf(await moveRecord(ctx, { id: record.id, version, event: "activate", on: "2026-01-05", reason: "" }));
  const identity = { section: "identity", version: 1, legalName: "Autre nom", country: "MA" };
  valueOf(await saveOrganisationSection(ctx, sectionSaveSchema.parse(identity)));
}

async function fillAgreements(ctx: StaffCtx, controllerId: string) {
  await makeAccepted(ctx, { controllerId });
  const inForce = await makeContractInForce(ctx, { controllerId });
  await makeClosed(ctx, inForce.id);
  const contract = await makeContract(ctx, { controllerId });
  await makeWithdrawn(ctx, contract);
  await makeDocument(ctx, { noun: "contract", subjectId: contract.id });
  await stepTransfer(ctx, await makeTransfer(ctx, { controllerId }), "suspend");
  await stepSubProcessor(ctx, await makeSubProcessor(ctx), "end");
  await makeClosedEnd(ctx, { controllerId });
  await makeUndoneMerge(ctx, controllerId);
}

/** Campaigns, scripts, logs, choices and whom they came from. */
async function fillCalls(ctx: StaffCtx, controllerId: string) {
  await makeChoice(ctx, { controllerId });
  await makeListCheck(ctx, { controllerId });
  await makeAuthorisation(ctx, { controllerId });
  await makeAnswered(ctx, { controllerId });
  await makeApprovedScript(ctx, { controllerId });
  valueOf(await recordMinorCall(ctx, { outcome: "ended" }));
  const feast = { feast: "mawlid", year: 2026, days: ["2026-08-26"], announcedOn: "2026-08-15" } as const;
  valueOf(
    await confirmHoliday(ctx, {
      ...feast,
      days: [...feast.days],
      seen: "",
      announcer: "Ministère des Habous",
    }),
  );
  await makeAssignment(ctx, taskLine("controller", controllerId));
  await makeAbsence(ctx);
  await chooseKinds(ctx);
  await makeSavedView(ctx);
  valueOf(await saveHouseRule(ctx, houseRuleSchema.parse({ version: 0, attempts: "2", reason: "Charte" })));
  await makeClosedLog(ctx, { controllerId });
  await makeScrub(ctx, (await makeEndedCampaign(ctx, { controllerId })).id);
  await makeConsents(ctx, { controllerId });
}
