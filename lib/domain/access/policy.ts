import type { Actor, ContactRole, GrantCover, Job, Role } from "./actor";
import type { ScopeKind } from "./scope";

/** Everything that can be asked of the product. A verb names one; a new one must be placed in the table below. */
export const ACTS = [
  "organisation.create",
  "organisation.read",
  "organisation.update",
  "document.close", // what was given in error is closed to view, or opened again
  "member.read",
  "member.manage",
  "controller.read",
  "controller.write",
  "controller.archive", // also restore and merge
  "contact.read", // who may enter a controller's portal, and what they looked at
  "access-log.seal", // chain the looks of contacts into the journal
  "contact.manage", // invite, renew, change the role, end
  "record.read",
  "record.write",
  "record.transition", // activate, suspend, end, reopen, review
  "record.assess", // gaps found again after rules or parties changed
  "measure.read",
  "measure.write",
  "contract.read",
  "contract.write",
  "contract.move", // sign, give effect, give notice, end, reopen
  "contract.remind", // letters before a contract ends or renews
  "contract-end.read",
  "contract-end.write", // answer a line of the end of a contract, add one
  "contract-end.move", // begin it, close it, cancel it, take it back
  "instruction.read",
  "instruction.write", // record what was received, correct it, add what came in writing
  "instruction.decide", // check, accept, contest, and what the controller answers
  "instruction.give", // in the portal, by whoever binds the controller
  "instruction.answer", // acknowledge, confirm, amend, withdraw there
  "transfer.read",
  "transfer.write",
  "transfer.move", // suspend, resume, end, reopen
  "transfer.remind", // letters before an assessment is to be reviewed
  "thread.read",
  "thread.write", // ask, answer, close with a word
  "sub-processor.read",
  "sub-processor.write",
  "sub-processor.move", // end, reopen
  "authorisation.read",
  "authorisation.write", // prepare a request, say it otherwise, note a receipt or a condition met
  "authorisation.send", // a request, or the second letter where silence proves nothing
  "authorisation.move", // what a controller decided in writing; suspend, resume, withdraw, end
  "authorisation.decide", // in the portal, for the controller
  "authorisation.receive", // what the outbox shows to have arrived
  "authorisation.remind", // letters before a deadline and after it
  "import.run",
  "export.take",
  "journal.read",
  "journal.clear",
  "journal.renew-key", // have the heads of the days that follow signed by another key
  "journal.publish", // sign the head of a day and send it
  "outbox.read",
  "outbox.manage", // try again, give up
  "outbox.reveal", // a link that no server carries: it opens an account, or makes an owner
  "outbox.deliver",
  "outbox.note-returns", // what servers report of letters
  "example.fill",
  "example.clear",
  "audit.read",
  "audit.grant",
] as const;
export type Act = (typeof ACTS)[number];

/** Staff and contacts by role, a contact over its own controller's rows; `auditor` is what the grant must cover. */
type Placement = {
  staff: readonly Role[];
  contact: readonly ContactRole[];
  auditor: GrantCover | null;
  jobs: readonly Job[];
  setup: boolean;
};

const EVERYONE: readonly Role[] = ["owner", "dpo", "editor", "viewer"];
const WRITERS: readonly Role[] = ["owner", "dpo", "editor"];
const STEWARDS: readonly Role[] = ["owner", "dpo"];
const OWNER: readonly Role[] = ["owner"];
const CONTACTS: readonly ContactRole[] = ["reader", "signatory"];
const SIGNATORIES: readonly ContactRole[] = ["signatory"];

const nobody: Placement = { staff: [], contact: [], auditor: null, jobs: [], setup: false };

/** Who may do what. Silence refuses: a cell says yes or it is no. A data subject has no cell at all. */
const POLICY: Record<Act, Placement> = {
  "organisation.create": { ...nobody, setup: true },
  "organisation.read": { ...nobody, staff: EVERYONE, jobs: ["gap-reassessment"] },
  "organisation.update": { ...nobody, staff: STEWARDS },
  "document.close": { ...nobody, staff: STEWARDS },
  "member.read": { ...nobody, staff: EVERYONE },
  "member.manage": { ...nobody, staff: OWNER },
  "controller.read": {
    ...nobody,
    staff: EVERYONE,
    contact: CONTACTS,
    auditor: "register",
    jobs: ["gap-reassessment"],
  },
  "controller.write": { ...nobody, staff: WRITERS },
  "controller.archive": { ...nobody, staff: STEWARDS },
  "contact.read": { ...nobody, staff: EVERYONE },
  "access-log.seal": { ...nobody, jobs: ["access-log-sealing"] },
  "contact.manage": { ...nobody, staff: STEWARDS },
  "record.read": {
    ...nobody,
    staff: EVERYONE,
    contact: CONTACTS,
    auditor: "register",
    jobs: ["gap-reassessment"],
  },
  "record.write": { ...nobody, staff: WRITERS },
  "record.transition": { ...nobody, staff: STEWARDS },
  "record.assess": { ...nobody, jobs: ["gap-reassessment"] },
  "measure.read": {
    ...nobody,
    staff: EVERYONE,
    contact: CONTACTS,
    auditor: "register",
    jobs: ["gap-reassessment"],
  },
  "measure.write": { ...nobody, staff: STEWARDS },
  "contract.read": {
    ...nobody,
    staff: EVERYONE,
    contact: CONTACTS,
    auditor: "register",
    jobs: ["gap-reassessment", "contract-reminder"],
  },
  "contract.write": { ...nobody, staff: WRITERS },
  "contract.move": { ...nobody, staff: STEWARDS },
  "contract.remind": { ...nobody, jobs: ["contract-reminder"] },
  "contract-end.read": { ...nobody, staff: EVERYONE, contact: CONTACTS, auditor: "register" },
  "contract-end.write": { ...nobody, staff: WRITERS },
  "contract-end.move": { ...nobody, staff: STEWARDS },
  "instruction.read": { ...nobody, staff: EVERYONE, contact: CONTACTS, auditor: "register" },
  "instruction.write": { ...nobody, staff: WRITERS },
  "instruction.decide": { ...nobody, staff: STEWARDS },
  "instruction.give": { ...nobody, contact: SIGNATORIES },
  "instruction.answer": { ...nobody, contact: SIGNATORIES },
  "transfer.read": {
    ...nobody,
    staff: EVERYONE,
    contact: CONTACTS,
    auditor: "register",
    jobs: ["gap-reassessment", "contract-reminder"],
  },
  "transfer.write": { ...nobody, staff: WRITERS },
  "transfer.move": { ...nobody, staff: STEWARDS },
  "transfer.remind": { ...nobody, jobs: ["contract-reminder"] },
  "thread.read": { ...nobody, staff: EVERYONE, contact: CONTACTS, auditor: "register" },
  "thread.write": { ...nobody, staff: WRITERS, contact: CONTACTS },
  "sub-processor.read": {
    ...nobody,
    staff: EVERYONE,
    contact: CONTACTS,
    auditor: "register",
    jobs: ["gap-reassessment"],
  },
  "sub-processor.write": { ...nobody, staff: WRITERS },
  "sub-processor.move": { ...nobody, staff: STEWARDS },
  "authorisation.read": {
    ...nobody,
    staff: EVERYONE,
    contact: CONTACTS,
    auditor: "register",
    jobs: ["contract-reminder"],
  },
  "authorisation.write": { ...nobody, staff: WRITERS },
  "authorisation.send": { ...nobody, staff: STEWARDS },
  "authorisation.move": { ...nobody, staff: STEWARDS },
  "authorisation.decide": { ...nobody, contact: SIGNATORIES },
  "authorisation.receive": { ...nobody, jobs: ["returned-mail", "contract-reminder"] },
  "authorisation.remind": { ...nobody, jobs: ["contract-reminder"] },
  "import.run": { ...nobody, staff: WRITERS },
  "export.take": { ...nobody, staff: EVERYONE, contact: CONTACTS, auditor: "register" },
  "journal.read": { ...nobody, staff: STEWARDS, auditor: "journal", jobs: ["journal-verification"] },
  "journal.clear": { ...nobody, staff: STEWARDS },
  "journal.renew-key": { ...nobody, staff: OWNER },
  "journal.publish": { ...nobody, jobs: ["journal-publication"] },
  "outbox.read": { ...nobody, staff: STEWARDS },
  "outbox.manage": { ...nobody, staff: STEWARDS },
  "outbox.reveal": { ...nobody, staff: OWNER },
  "outbox.deliver": { ...nobody, jobs: ["mail-delivery"] },
  "outbox.note-returns": { ...nobody, staff: STEWARDS, jobs: ["returned-mail"] },
  "example.fill": { ...nobody, staff: OWNER, setup: true },
  "example.clear": { ...nobody, staff: OWNER },
  "audit.read": { ...nobody, staff: STEWARDS },
  "audit.grant": { ...nobody, staff: STEWARDS },
};

/** True when the table says yes. Which rows are reached is the scope's matter, not this one's. */
export function can(actor: Actor, act: Act): boolean {
  const placement = POLICY[act];
  switch (actor.kind) {
    case "staff":
      return placement.staff.includes(actor.role);
    case "controller-contact":
      return placement.contact.includes(actor.role);
    case "auditor":
      return placement.auditor !== null && actor.covers.includes(placement.auditor);
    case "data-subject":
      return false;
    case "system":
      return placement.jobs.includes(actor.job);
    case "setup":
      return placement.setup;
  }
}

/** The rows an actor is let near. A job is handed the scope of one organisation at a time, by whoever runs it. */
export function scopeOf(actor: Actor): ScopeKind | "none" {
  switch (actor.kind) {
    case "staff":
      return "staff";
    case "controller-contact":
      return "portal";
    case "auditor":
      return "auditor";
    case "data-subject":
    case "system":
    case "setup":
      return "none";
  }
}
