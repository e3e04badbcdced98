import type { Act } from "@/lib/domain/nouns/policy";
import type { ObligationNoun } from "@/lib/domain/obligation/rules";
import type { FindObligations } from "./sources/asked";
import { findAuthorisationObligations } from "./sources/authorisations";
import { findBreachObligations } from "./sources/breaches";
import { findScriptObligations } from "./sources/call-scripts";
import { findConsultationObligations } from "./sources/consultations";
import { findContractEndObligations } from "./sources/contract-ends";
import { findContractObligations } from "./sources/contracts";
import { WORK_SOURCES } from "./sources/dpo-work";
import { findInstructionObligations } from "./sources/instructions";
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
import { findClosedContractGaps, findClosedRecordGaps, findClosedTransferGaps } from "./lacks/closed";
import { findClosedLetters } from "./lacks/closed-letters";
import { findClosedCoverage } from "./lacks/closed-measures";
import { findConsentLacks } from "./lacks/consents";
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
};

/** Source of every noun that declares obligations: one that has none does not compile. */
export const SOURCES: Record<ObligationNoun, Source> = {
  "processing-record": {
    ...{ needs: "record.read", find: findRecordObligations },
    ...{ findLacks: findRecordLacks, findClosed: findClosedRecordGaps },
  },
  contact: { needs: "contact.read", find: findContactObligations },
  contract: {
    ...{ needs: "contract.read", find: findContractObligations },
    ...{ findLacks: findContractLacks, findClosed: findClosedContractGaps },
  },
  "contract-end": { needs: "contract-end.read", find: findContractEndObligations },
  instruction: {
    ...{ needs: "instruction.read", find: findInstructionObligations },
    ...{ findLacks: findScopeLacks, findClosed: findCoveredScope },
  },
  "sub-processor": {
    ...{ needs: "sub-processor.read", find: findSubProcessorObligations, findLacks: findSubProcessorLacks },
  },
  authorisation: { needs: "authorisation.read", find: findAuthorisationObligations },
  transfer: {
    ...{ needs: "transfer.read", find: findTransferObligations },
    ...{ findLacks: findTransferLacks, findClosed: findClosedTransferGaps },
  },
  "call-script": {
    ...{ needs: "call-script.read", find: findScriptObligations, findLacks: findScriptLacks },
  },
  choice: { needs: "choice.read", findLacks: findConsentLacks },
  consultation: { needs: "consultation.read", find: findConsultationObligations },
  "rights-request": { needs: "rights-request.read", find: findRightsRequestObligations },
  breach: { needs: "breach.read", find: findBreachObligations },
  measure: {
    ...{ needs: "measure.read", find: findMeasureObligations, findLacks: findMeasureLacks },
    findClosed: findClosedCoverage,
  },
  campaign: { needs: "campaign.read", findLacks: findCampaignLacks },
  controller: { needs: "controller.read", findLacks: findControllerLacks },
  mail: { needs: "outbox.read", findLacks: findLetterLacks, findClosed: findClosedLetters },
  "call-log": { needs: "call-log.read", findLacks: findCallLacks, findClosed: findClosedCalls },
  ...WORK_SOURCES,
  thread: { needs: "thread.read", find: findThreadObligations },
  invitation: { needs: "member.manage", find: findInvitationObligations },
};
