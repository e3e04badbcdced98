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
  partyPart: {
    table: "outbox_mail",
    links: {
      controller: {
        // Letters that a row about the controller names; what else went to an address may be about another one.
        through: [
          { table: "authorisation_fact", key: "letter_id", column: "controller_id" },
          { table: "breach_notice_fact", key: "letter_id", column: "controller_id" },
          { table: "contact_objection", key: "letter_id", column: "controller_id" },
          { table: "controller_contact", key: "letter_id", column: "controller_id" },
          { table: "decision_completion", key: "letter_id", column: "controller_id" },
          { table: "instruction_fact", key: "letter_id", column: "controller_id" },
        ],
      },
    },
    owed: [{ column: "state", is: ["refused", "given-up", "bounced"] }],
    read: "outbox.read",
    list: { segment: "/outbox" },
    row: { segment: "/outbox", title: "state", titleWords: "letter.states.*" },
    events: [{ at: "accepted_at", words: "party-parts.events.letter" }],
  },
});
