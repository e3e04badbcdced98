import { accessLogNoun } from "./access-log";
import { accountNoun } from "./account";
import { assignmentNoun } from "./assignment";
import { assistanceNoun } from "./assistance";
import { attachmentNoun } from "./attachment";
import { auditNoun } from "./audit";
import { authorisationNoun } from "./authorisation";
import { breachNoun } from "./breach";
import { breachNoticeNoun } from "./breach-notice";
import { callScriptNoun } from "./call-script";
import { campaignNoun } from "./campaign";
import { callLogNoun } from "./call-log";
import { choiceNoun } from "./choice";
import { consultationNoun } from "./consultation";
import { complianceNoun } from "./compliance";
import { cndpFilingNoun } from "./cndp-filing";
import { contactNoun } from "./contact";
import { contractNoun } from "./contract";
import { contractEndNoun } from "./contract-end";
import { controllerNoun } from "./controller";
import { dossierNoun } from "./dossier";
import { dpoDesignationNoun } from "./dpo-designation";
import { exportNoun } from "./export";
import { importNoun } from "./import";
import { instructionNoun } from "./instruction";
import { internalAuditNoun } from "./internal-audit";
import { internalNoteNoun } from "./internal-note";
import { invitationNoun } from "./invitation";
import { journalNoun } from "./journal";
import { mailNoun } from "./mail";
import { measureNoun } from "./measure";
import { memberNoun } from "./member";
import { holidayNoun } from "./holiday";
import { minorCallNoun } from "./minor-call";
import { nightContactNoun } from "./night-contact";
import { notificationNoun } from "./notification";
import { obligationNoun } from "./obligation";
import { organisationNoun } from "./organisation";
import { procedureNoun } from "./procedure";
import { publicPageNoun } from "./public-page";
import { processingRecordNoun } from "./processing-record";
import { rightsRequestNoun } from "./rights-request";
import { savedViewNoun } from "./saved-view";
import { sessionNoun } from "./session";
import { subProcessorNoun } from "./sub-processor";
import { telephoneNoun } from "./telephone";
import { threadNoun } from "./thread";
import { trainingNoun } from "./training";
import { transferNoun } from "./transfer";
import { watchFeedNoun } from "./watch-feed";
import { watchItemNoun } from "./watch-item";

/** Every noun of the product, in the order of the sidebar. */
export const NOUNS = [
  processingRecordNoun,
  controllerNoun,
  contactNoun,
  contractNoun,
  contractEndNoun,
  instructionNoun,
  subProcessorNoun,
  authorisationNoun,
  transferNoun,
  measureNoun,
  breachNoun,
  breachNoticeNoun,
  nightContactNoun,
  rightsRequestNoun,
  watchItemNoun,
  watchFeedNoun,
  trainingNoun,
  internalAuditNoun,
  assistanceNoun,
  dpoDesignationNoun,
  procedureNoun,
  cndpFilingNoun,
  telephoneNoun,
  campaignNoun,
  choiceNoun,
  consultationNoun,
  holidayNoun,
  minorCallNoun,
  callScriptNoun,
  callLogNoun,
  notificationNoun,
  obligationNoun,
  assignmentNoun,
  savedViewNoun,
  internalNoteNoun,
  threadNoun,
  attachmentNoun,
  importNoun,
  exportNoun,
  complianceNoun,
  dossierNoun,
  auditNoun,
  publicPageNoun,
  journalNoun,
  accessLogNoun,
  mailNoun,
  memberNoun,
  invitationNoun,
  accountNoun,
  sessionNoun,
  organisationNoun,
] as const;

export type AnyNoun = (typeof NOUNS)[number];

/** Names of acts or events of every noun, as literals. */
export type NamesOf<Part extends "acts" | "events" | "obligations"> = AnyNoun extends infer N
  ? N extends Record<Part, infer Table>
    ? keyof Table & string
    : never
  : never;
