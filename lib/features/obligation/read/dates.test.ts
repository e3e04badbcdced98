import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { OBLIGATION_KINDS } from "@/lib/domain/obligation/rules";

const SCHEMAS = "prisma/schema";

/** Columns that may lie ahead: days and expiries. What has happened ("receivedAt") is none. */
const AHEAD = /^\s+(\w+(?:On|Until)|expiresAt)\s+(?:String|DateTime)\b/;

/** Days of documents, which have no column. */
const IN_DOCUMENTS: Record<string, string> = {
  "sub-processor.service.endsOn": "sub-processor.service-end",
  "sub-processor.guarantees.certifications.validUntil": "sub-processor.certification",
  "contract-end line.purgeOn": "contract-end.purge",
  "contract-end line.untilOn": "contract-end.retention",
  "contract.terms.endFateDays": "contract-end.fate",
  "watch-item line.dueOn": "watch-item.task",
  "training.on": "training.hold",
  "training.repeatMonths": "training.repeat",
  "internal-audit.on": "internal-audit.report",
  "internal-audit line.dueOn": "internal-audit.finding",
  "procedure line.nextReviewOn": "procedure.review",
  "cndp-filing fact.nextOn": "cndp-filing.lapse",
  "adequacy decision.until": "transfer.adequacy",
  "consultation.lastDay": "consultation.end",
  "campaign.firstDay": "campaign.start",
};

/** Obligation of each column, or the reason for which it is none. */
const COLUMNS: Record<string, string> = {
  "AccountToken.expiresAt": "none: a link of one's own account, asked for anew",
  "AssignmentFact.untilOn": "assignment.task",
  "MemberAbsence.fromOn": "none: an absence begins by itself",
  "MemberAbsence.untilOn": "none: an absence ends by itself",
  "AuditGrant.leasedUntil": "none: a process at work",
  "CallScriptFact.factOn": "none: happened",
  "CallScriptReading.factOn": "none: happened",
  "CallLog.storedUntil": "none: a job deletes the calls by itself",
  "CallLog.leasedUntil": "none: a process at work",
  "CallLogFact.factOn": "none: happened",
  "CampaignFact.factOn": "none: happened",
  "CampaignScrub.scrubbedOn": "none: happened",
  "Choice.validUntil": "choice.consents-end",
  "Consultation.endedOn": "none: happened",
  "ConsultationFact.factOn": "none: happened",
  "ConsentFile.keepUntil": "none: nothing is deleted by itself; shown with the file",
  "HolidayAnnouncement.announcedOn": "none: happened",
  "Contract.bindsUntil": "contract.end",
  "Contract.changesOn": "none: when the columns are computed again",
  "Contract.deadlineOn": "contract.notice",
  "Contract.effectiveOn": "none: a contract begins by itself",
  "Contract.endedOn": "contract.end",
  "Contract.endsOn": "contract.expired",
  "Contract.noticeGivenOn": "contract.notice",
  "Contract.signedOn": "none: happened",
  "ContractFact.factOn": "none: happened",
  "ContractInstructor.fromOn": "none: a mandate begins by itself",
  "ContractInstructor.untilOn": "contract.mandate",
  "ControllerContact.expiresAt": "contact.invitation",
  "DecisionReading.expiresAt": "none: a page that was shown, asked for anew",
  "Dossier.expiresAt": "none: made anew from the register when asked for",
  "Dossier.leasedUntil": "none: a process at work",
  "DpoWorkFact.factOn": "none: happened",
  "DpoWorkFact.nextOn": "procedure.review",
  "Instruction.effectiveOn": "instruction.check",
  "InstructionFact.factOn": "none: happened",
  "Invitation.expiresAt": "invitation.expiry",
  "Measure.reviewOn": "measure.review",
  "Organisation.dataTikaUntil": "none: carried over to a filing",
  "Organisation.euRepresentativeMandateOn": "none: happened",
  "Organisation.turnoverRateOn": "none: a rate is advised to be renewed, where it is shown",
  "OutboxMail.leasedUntil": "none: a process at work",
  "ParentalConsent.authorisedOn": "none: happened",
  "PasskeyChallenge.expiresAt": "none: a sign-in",
  "ProcessingRecord.reviewDueOn": "record.review",
  "ProcessingRecord.reviewedOn": "none: happened",
  "PublicSubscriber.expiresAt": "none: a link of a letter",
  "Session.expiresAt": "none: a sign-in",
  "SetupToken.expiresAt": "none: a set-up",
  "SignInChallenge.expiresAt": "none: a sign-in",
  "SignInLink.expiresAt": "none: a sign-in",
  "SubProcessor.contractEndsOn": "sub-processor.contract-end",
  "SubProcessor.contractSignedOn": "none: happened",
  "SubProcessorFact.factOn": "none: happened",
  "Transfer.nextReviewOn": "transfer.review",
  "TransferFact.factOn": "none: happened",
  "WatchEntry.publishedOn": "none: happened",
};

/** Columns of each model; a version repeats those of its row. */
function columnsAhead(): string[] {
  return readdirSync(SCHEMAS).flatMap((file) => {
    let model = "";
    return readFileSync(`${SCHEMAS}/${file}`, "utf8")
      .split("\n")
      .flatMap((line) => {
        model = /^model (\w+)/.exec(line)?.[1] ?? model;
        const column = AHEAD.exec(line)?.[1];
        return column && !model.endsWith("Version") ? [`${model}.${column}`] : [];
      });
  });
}

it("every date that may lie ahead is an obligation, or none for a reason", () => {
  expect(columnsAhead().sort()).toEqual(Object.keys(COLUMNS).sort());
  const named = [...Object.values(COLUMNS), ...Object.values(IN_DOCUMENTS)].filter(
    (kind) => !kind.startsWith("none: "),
  );
  for (const kind of named) expect(OBLIGATION_KINDS).toContain(kind);
});
