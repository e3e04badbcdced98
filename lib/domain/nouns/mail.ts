import { defineNoun } from "./noun";
import { OWNER, STEWARDS } from "./roles";

/** A letter of the outbox. */
export const mailNoun = defineNoun({
  id: "mail",
  isSearched: true,
  found: "letters",
  navigation: [{ id: "outbox", room: "settings", segment: "/outbox" }],
  acts: {
    "outbox.read": { staff: STEWARDS },
    /** Try again, give up. */
    "outbox.manage": { staff: STEWARDS },
    /** A link that no server carries: it opens an account, or makes an owner. */
    "outbox.reveal": { staff: OWNER },
    "outbox.deliver": { jobs: ["mail-delivery"] },
    /** Reports of mail servers on letters. */
    "outbox.note-returns": { staff: STEWARDS, jobs: ["returned-mail"] },
  },
  events: {
    "mail.read": {},
    // Accepted by our relay.
    "mail.accepted": {},
    // Delivered to the mailbox, as the recipient's server reports.
    "mail.delivered": {},
    "mail.bounced": {},
    // A person's word.
    "mail.said-received": {},
    "mail.refused": {},
    "mail.given-up": {},
    "mail.retried": {},
    "mail.cancelled": {},
  },
  fieldWords: "outbox.fields",
  fields: [
    "template",
    "messageId",
    "attempts",
    "response",
    "acceptedAt",
    "server",
    "status",
    "at",
    "channel",
    "saidBy",
  ],
  obligations: {
    "mail.bounced": { source: "own", article: "", basis: "own", weight: 3, leads: [] },
    "mail.given-up": { source: "own", article: "", basis: "own", weight: 3, leads: [] },
    "mail.waiting": { source: "own", article: "", basis: "own", weight: 2, leads: [] },
  },
});
