import { describe, expect, it } from "vitest";
import { CONTACT_ROLES, JOBS, ROLES, type Actor } from "@/lib/domain/access/actor";
import { ACTS, can, type Act } from "./policy";

const FOR_CONTROLLER = {
  kind: "controller-contact",
  contactId: "cc",
  personId: "p",
  orgId: "o",
  controllerId: "c",
  name: "Luc",
} as const;

const actors: Record<string, Actor> = {
  ...Object.fromEntries(
    ROLES.map((role) => [
      role,
      { kind: "staff", personId: "p", memberId: "m", orgId: "o", role, name: "Nadia" },
    ]),
  ),
  ...Object.fromEntries(CONTACT_ROLES.map((role) => [role, { ...FOR_CONTROLLER, role }])),
  auditor: { kind: "auditor", grantId: "g", orgId: "o", name: "Inès", covers: ["register"] },
  subject: { kind: "data-subject", linkId: "l", orgId: "o" },
  reassess: { kind: "system", job: "gap-reassessment" },
  verify: { kind: "system", job: "journal-verification" },
  mail: { kind: "system", job: "mail-delivery" },
  returns: { kind: "system", job: "returned-mail" },
  remind: { kind: "system", job: "contract-reminder" },
  seal: { kind: "system", job: "access-log-sealing" },
  publish: { kind: "system", job: "journal-publication" },
  dossier: { kind: "system", job: "dossier-making" },
  collect: { kind: "system", job: "audit-collecting" },
  setup: { kind: "setup" },
  erase: { kind: "system", job: "request-erasure" },
  number: { kind: "system", job: "number-reading" },
};

const COLUMNS =
  "owner dpo editor viewer reader signatory auditor subject reassess verify mail returns remind seal publish dossier collect setup erase number".split(
    " ",
  );

// Written out by hand and read by eye, never derived from the policy: Y yes, a dot no.
const MATRIX: Record<Act, string> = {
  "assignment.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "assignment.write": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "saved-view.write": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "saved-view.steward": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "saved-view.share": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "internal-note.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "internal-note.write": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "notification.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "notification.mail": ".   .   .   .   .   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .",
  "member.absence": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "holiday.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "holiday.confirm": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  //                       own dpo edi vie rea sig aud sub ass ver mai ret rem sea pub dos col set era num
  "organisation.create": ".   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   Y   .   .",
  "organisation.read": "Y   Y   Y   Y   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .   .",
  "organisation.update": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "document.close": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "member.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "member.manage": "Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "controller.read": "Y   Y   Y   Y   Y   Y   .   .   Y   .   .   .   .   .   .   .   .   .   .   .",
  "controller.write": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "controller.archive": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "contact.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "access-log.seal": ".   .   .   .   .   .   .   .   .   .   .   .   .   Y   .   .   .   .   .   .",
  "contact.manage": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "contact.confirm": ".   .   .   .   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "contact.object": ".   .   .   .   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "contact.settle": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "contact.prove": ".   .   .   .   .   .   .   .   .   .   .   Y   Y   .   .   .   .   .   .   .",
  "record.read": "Y   Y   Y   Y   Y   Y   .   .   Y   .   .   .   .   .   .   .   .   .   .   .",
  "record.write": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "record.transition": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "record.assess": ".   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .   .",
  "rights-request.read": "Y   Y   Y   Y   Y   Y   .   .   .   .   .   .   Y   .   .   .   .   .   .   .",
  "rights-request.write": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "rights-request.submit": ".   .   .   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .   .   .",
  "rights-request.lodge": ".   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "rights-request.answer": ".   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "rights-request.erase": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   Y   .",
  "rights-request.doubt-number":
    ".   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   Y",
  "rights-request.decide": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "watch-item.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .",
  "watch-item.write": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "watch-feed.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "watch-feed.manage": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "watch-feed.decide": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "watch-feed.fetch": ".   .   .   .   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .   .",
  "training.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .",
  "training.write": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "internal-audit.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .",
  "internal-audit.write": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "assistance.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .",
  "assistance.write": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "dpo-designation.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .",
  "dpo-designation.write": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "procedure.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .",
  "procedure.write": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "cndp-filing.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .",
  "cndp-filing.write": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "cndp-filing.carry-over": ".   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .   .",
  "campaign.read": "        Y   Y   Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "campaign.write": "       Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "campaign.move": "        Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "choice.read": "          Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "choice.check": "         Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "choice.authorise": "  .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .    .   .",
  "choice.erase": "   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .    Y   .",
  "choice.record": "        Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "consultation.read": "    Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "consultation.write": "   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "consultation.move": "    Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "consultation.send": "    Y   Y   .   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .    .   .",
  "consultation.answer": "  .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .    .   .",
  "consultation.erase": "   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .    Y   .",
  "minor-call.read": "      Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "minor-call.record": "    Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "call-script.read": "     Y   Y   Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "call-script.write": "    Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "call-script.move": "     Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "call-script.decide": "   .   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "call-log.read": "        Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "call-log.receive": "     Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "call-log.decide": "      Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "call-log.take": "        Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "call-log.close": "       Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "call-log.judge": "       .   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .   .   .    .   .",
  "call-log.clear": "       Y   Y   .   .   .   .   .   .   Y   .   .   .   .   .   .   .   .   .    .   .",
  "measure.read": "Y   Y   Y   Y   Y   Y   .   .   Y   .   .   .   .   .   .   .   .   .   .   .",
  "measure.write": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "contract.read": "Y   Y   Y   Y   Y   Y   .   .   Y   .   .   .   Y   .   .   .   .   .   .   .",
  "contract.write": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "contract.move": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "contract-end.read": "Y   Y   Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "contract-end.write": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "contract-end.move": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "instruction.read": "Y   Y   Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "instruction.write": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "instruction.decide": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "instruction.give": ".   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "instruction.answer": ".   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "transfer.read": "Y   Y   Y   Y   Y   Y   .   .   Y   .   .   .   Y   .   .   .   .   .   .   .",
  "transfer.write": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "transfer.move": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "breach.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .",
  "breach.write": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "breach.decide": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "breach-notice.read": "Y   Y   Y   Y   Y   Y   .   .   .   .   Y   .   Y   .   .   .   .   .   .   .",
  "breach-notice.write": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "breach-notice.issue": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "breach-notice.receive": ".   .   .   .   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "breach-notice.state": ".   .   .   .   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "breach-notice.escalate": "Y   Y   .   .   .   .   .   .   .   .   .   Y   Y   .   .   .   .   .   .   .",
  "night-contact.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "night-contact.manage": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "compliance.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "telephone.tighten": "    Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .    .   .",
  "telephone.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "compliance.record": ".   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .   .",
  "obligation.read": "Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "obligation.remind": ".   .   .   .   .   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .",
  "thread.read": "Y   Y   Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "thread.write": "Y   Y   Y   .   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "sub-processor.read": "Y   Y   Y   Y   Y   Y   .   .   Y   .   .   .   .   .   .   .   .   .   .   .",
  "sub-processor.write": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "sub-processor.move": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "authorisation.read": "Y   Y   Y   Y   Y   Y   .   .   .   .   .   .   Y   .   .   .   .   .   .   .",
  "authorisation.write": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "authorisation.send": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "authorisation.move": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "authorisation.decide": ".   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "authorisation.receive": ".   .   .   .   .   .   .   .   .   .   .   Y   Y   Y   .   .   .   .   .   .",
  "import.run": "Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "export.take": "Y   Y   Y   Y   Y   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "journal.read": "Y   Y   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .",
  "dossier.read": "Y   Y   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "dossier.request": "Y   Y   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "dossier.take": "Y   Y   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "dossier.make": ".   .   .   .   .   .   .   .   .   .   .   .   .   .   .   Y   .   .   .   .",
  "journal.clear": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "journal.renew-key": "Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "journal.publish": ".   .   .   .   .   .   .   .   .   .   .   .   .   .   Y   .   .   .   .   .",
  "journal.verify": ".   .   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .",
  "journal.stamp": ".   .   .   .   .   .   .   .   .   .   .   .   .   .   Y   .   .   .   .   .",
  "outbox.read": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "outbox.manage": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "outbox.reveal": "Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "outbox.deliver": ".   .   .   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .   .   .",
  "outbox.note-returns": "Y   Y   .   .   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .   .",
  "example.fill": "Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   Y   .   .",
  "example.clear": "Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "public-page.read": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "public-page.manage": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "public-page.tell": ".   .   .   .   .   .   .   .   .   .   .   .   Y   .   .   .   .   .   .   .",
  "audit.read": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "audit.view": ".   .   .   .   .   .   Y   .   .   .   .   .   .   .   .   .   .   .   .   .",
  "audit.collect": ".   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   Y   .   .   .",
  "audit.grant": "Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .",
};

const cells = Object.entries(MATRIX).flatMap(([act, line]) =>
  line
    .trim()
    .split(/\s+/)
    .map((cell, column) => ({ act: act as Act, who: COLUMNS[column]!, allowed: cell === "Y" })),
);

describe("the policy, cell by cell", () => {
  it.each(cells)("$who, $act: $allowed", ({ act, who, allowed }) => {
    expect(can(actors[who]!, act)).toBe(allowed);
  });

  it("has a cell for every act, every role, every kind and every job", () => {
    expect(Object.keys(MATRIX).sort()).toEqual([...ACTS].sort());
    expect(cells).toHaveLength(ACTS.length * COLUMNS.length);
    expect(Object.keys(actors).sort()).toEqual([...COLUMNS].sort());
    const jobs = Object.values(actors).flatMap((actor) => (actor.kind === "system" ? [actor.job] : []));
    expect(jobs.sort()).toEqual([...JOBS].sort());
  });

  it("gives a grant that covers nothing nothing", () => {
    const empty: Actor = { kind: "auditor", grantId: "g", orgId: "o", name: "Inès", covers: [] };
    expect(ACTS.filter((act) => can(empty, act))).toEqual([]);
  });

  it("never lets a guest write", () => {
    const writes = ACTS.filter((act) => !/\.(read|take|view)$/.test(act));
    const guests = ["reader", "auditor", "subject", "viewer"];
    const written = guests.flatMap((who) => writes.filter((act) => can(actors[who]!, act)));
    // Readers may confirm a colleague or object to one, write in threads, receive a notice and state their own; auditors may ask for a dossier of what they read, and whoever
    // holds a link answers; whoever only reads keeps views of their own over lists.
    expect(written).toEqual([
      ...[
        "contact.confirm",
        "contact.object",
        "breach-notice.receive",
        "breach-notice.state",
        "thread.write",
        "dossier.request",
        "rights-request.submit",
        "choice.authorise",
        "consultation.answer",
        "saved-view.write",
      ],
    ]);
  });
});
