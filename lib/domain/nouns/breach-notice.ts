import { defineNoun } from "./noun";
import { CONTACTS, EVERYONE, STEWARDS, WRITERS } from "./roles";

/** A notice of a breach to one controller, art. 33(2). */
export const breachNoticeNoun = defineNoun({
  id: "breach-notice",
  found: { none: "found by its breach, whose page shows it" },
  acts: {
    "breach-notice.read": {
      staff: EVERYONE,
      contact: CONTACTS,
      jobs: ["contract-reminder", "mail-delivery"],
    },
    /** Compose and edit a draft. */
    "breach-notice.write": { staff: WRITERS },
    /** Issue it, and record how the controller came to know. */
    "breach-notice.issue": { staff: STEWARDS },
    /** In the portal: reading is receipt, and an acknowledgement proves it. */
    "breach-notice.receive": { contact: CONTACTS },
    /** In the portal: what the controller tells of its own notification, 33(1), and of the persons, 34. */
    "breach-notice.state": { contact: CONTACTS },
    /** After a bounce or a silence, the next contact. */
    "breach-notice.escalate": { staff: STEWARDS, jobs: ["returned-mail", "contract-reminder"] },
  },
  events: {
    "breach-notice.drafted": {},
    "breach-notice.edited": {},
    "breach-notice.issued": {},
    "breach-notice.withdrawn": { needsReason: true },
    // A call, a reading in the portal, knowledge from elsewhere.
    "breach-notice.informed": {},
    "breach-notice.acknowledged": {},
    // Corrects or withdraws what a person recorded of a call or of other knowledge.
    "breach-notice.corrected": { needsReason: true },
    // A controller tells of its own notification, or corrects what it told.
    "breach-notice.stated": {},
    "breach-notice.escalated": {},
    "breach-notice.taken": {},
  },
  fieldWords: "breach-notice.fields",
  drawn: [
    { table: "breach_notice", column: "id" },
    { table: "breach_notice_fact", column: "notice_id" },
  ],
  fields: [
    "breachId",
    "breachControllerId",
    "controllerId",
    "number",
    "phase",
    "locale",
    "status",
    "isDrill",
    "isShared",
    "replacedBy",
    "contentDigest",
    "lateReason",
    "issuedAt",
    "documentId",
    "digest",
    "version",
    "noticeId",
    "kind",
    "at",
    "contactId",
    "letterId",
    "value",
    "reason",
  ],
  documents: [
    {
      subject: "breach-notice",
      read: "breach-notice.read",
      write: "breach-notice.write",
      segment: "breaches/notices",
    },
  ],
  awaitsContact: { segment: "notices" },
  thread: { read: "breach-notice.read", segment: "breaches/notices" },
});
