import type { Act } from "@/lib/domain/nouns/policy";
import type { ObligationNoun } from "@/lib/domain/obligation/rules";
import { type FindObligations, SOURCE_PARTS, type SourcePart } from "./sources/asked";
import { findDatedTasks, findUndatedTasks } from "./sources/assignments";
import { findAuthorisationObligations } from "./sources/authorisations";
import { findBreachObligations } from "./sources/breaches";
import { findScriptObligations } from "./sources/call-scripts";
import { findConsultationObligations } from "./sources/consultations";
import { findContractEndObligations } from "./sources/contract-ends";
import { findContractObligations } from "./sources/contracts";
import { WORK_SOURCES } from "./sources/dpo-work";
import { findHolidayObligations } from "./sources/holidays";
import { findInstructionObligations } from "./sources/instructions";
import { findOwnChoices } from "./sources/own-choices";
import { findContactObligations, findInvitationObligations, findThreadObligations } from "./sources/people";
import { findMeasureObligations, findRecordObligations } from "./sources/reviews";
import { findRightsRequestObligations } from "./sources/rights-requests";
import { findSubProcessorObligations } from "./sources/sub-processors";
import { findTransferObligations } from "./sources/transfers";
import { findContractLacks, findSubProcessorLacks, findTransferLacks } from "./lacks/agreements";
import type { FindLacks } from "./lacks/asked";
import { findScriptLacks } from "./lacks/call-scripts";
import { findCallLacks, findClosedCalls } from "./lacks/calls";
import { findCampaignLacks } from "./lacks/campaigns";
import { findClosedContractGaps, findClosedTransferGaps } from "./lacks/closed";
import { findClosedRecordGaps } from "./lacks/closed-records";
import { findClosedLetters } from "./lacks/closed-letters";
import { findClosedCoverage } from "./lacks/closed-measures";
import { findConsentLacks } from "./lacks/consents";
import { findRightsRequestLacks } from "./lacks/rights-requests";
import { findConsultationLacks } from "./lacks/consultations";
import { findCoveredScope, findScopeLacks } from "./lacks/instructions";
import { findLetterLacks } from "./lacks/letters";
import { findMeasureLacks } from "./lacks/measures";
import { findControllerLacks, findRecordLacks } from "./lacks/records";

type Source = {
  /** Act of whoever may know of its dates. */
  needs: Act;
  /** Finds dates that fall due. */
  find?: FindObligations;
  /** Finds present gaps: shown and counted, with no date to recall. */
  findLacks?: FindLacks;
  /** Finds gaps that facts closed: shown as done. */
  findClosed?: FindLacks;
  /** Parts that read nothing of registers: what changes entries of registers alone changes nothing of them. */
  besideRecords?: readonly SourcePart[];
  /** Parts that read of registers whom they serve, and nothing else. */
  ofServed?: readonly SourcePart[];
};

/** Source of every noun that declares obligations: one that has none does not compile. */
export const SOURCES: Record<ObligationNoun, Source> = {
  "processing-record": {
    needs: "record.read",
    find: findRecordObligations,
    findLacks: findRecordLacks,
    findClosed: findClosedRecordGaps,
  },
  contact: { needs: "contact.read", find: findContactObligations, besideRecords: SOURCE_PARTS },
  contract: {
    needs: "contract.read",
    find: findContractObligations,
    findLacks: findContractLacks,
    findClosed: findClosedContractGaps,
    besideRecords: ["dates"],
    ofServed: ["lacks"],
  },
  "contract-end": {
    needs: "contract-end.read",
    find: findContractEndObligations,
    besideRecords: SOURCE_PARTS,
  },
  instruction: {
    needs: "instruction.read",
    find: findInstructionObligations,
    findLacks: findScopeLacks,
    findClosed: findCoveredScope,
    besideRecords: ["dates"],
  },
  "sub-processor": {
    needs: "sub-processor.read",
    find: findSubProcessorObligations,
    findLacks: findSubProcessorLacks,
    besideRecords: ["dates"],
  },
  authorisation: {
    needs: "authorisation.read",
    find: findAuthorisationObligations,
    besideRecords: SOURCE_PARTS,
  },
  transfer: {
    needs: "transfer.read",
    find: findTransferObligations,
    findLacks: findTransferLacks,
    findClosed: findClosedTransferGaps,
    besideRecords: SOURCE_PARTS,
  },
  "call-script": {
    needs: "call-script.read",
    find: findScriptObligations,
    findLacks: findScriptLacks,
    besideRecords: SOURCE_PARTS,
  },
  choice: {
    needs: "choice.read",
    find: findOwnChoices,
    findLacks: findConsentLacks,
    besideRecords: SOURCE_PARTS,
  },
  consultation: {
    needs: "consultation.read",
    find: findConsultationObligations,
    findLacks: findConsultationLacks,
    besideRecords: SOURCE_PARTS,
  },
  "rights-request": {
    needs: "rights-request.read",
    find: findRightsRequestObligations,
    findLacks: findRightsRequestLacks,
    besideRecords: SOURCE_PARTS,
  },
  breach: { needs: "breach.read", find: findBreachObligations, besideRecords: SOURCE_PARTS },
  measure: {
    needs: "measure.read",
    find: findMeasureObligations,
    findLacks: findMeasureLacks,
    findClosed: findClosedCoverage,
    besideRecords: SOURCE_PARTS,
  },
  campaign: { needs: "campaign.read", findLacks: findCampaignLacks, besideRecords: SOURCE_PARTS },
  controller: { needs: "controller.read", findLacks: findControllerLacks, besideRecords: SOURCE_PARTS },
  mail: {
    needs: "outbox.read",
    findLacks: findLetterLacks,
    findClosed: findClosedLetters,
    besideRecords: SOURCE_PARTS,
  },
  "call-log": {
    needs: "call-log.read",
    findLacks: findCallLacks,
    findClosed: findClosedCalls,
    besideRecords: SOURCE_PARTS,
  },
  holiday: { needs: "holiday.read", find: findHolidayObligations, besideRecords: SOURCE_PARTS },
  ...WORK_SOURCES,
  assignment: { needs: "assignment.read", find: findDatedTasks, findLacks: findUndatedTasks },
  thread: { needs: "thread.read", find: findThreadObligations },
  invitation: { needs: "member.manage", find: findInvitationObligations, besideRecords: SOURCE_PARTS },
};
