import { defineNoun } from "./noun";
import { CONTACTS, EVERYONE, STEWARDS } from "./roles";

/** A person of a controller who may enter its portal, art. 28(3)(h). */
export const contactNoun = defineNoun({
  id: "contact",
  found: "contacts",
  listed: [
    { table: "controller_contact", column: "id" },
    { table: "contact_proof", column: "contact_id" },
    { table: "contact_objection", column: "contact_id" },
    { table: "signatory_objection", column: "contact_id" },
  ],
  tables: [
    { name: "contact_proof", kind: "fact" },
    { name: "contact_signature", kind: "fact" },
    { name: "contact_objection", kind: "fact" },
    { name: "signatory_objection", kind: "fact" },
    { name: "signatory_settlement", kind: "fact" },
  ],
  acts: {
    /** Reads the contacts of a portal and their access log. */
    "contact.read": { staff: EVERYONE },
    /** Invite, renew, change the role, end. */
    "contact.manage": { staff: STEWARDS },
    /** Confirms that another contact speaks for the same controller. */
    "contact.confirm": { contact: CONTACTS },
    /** Objects in the portal to a signatory of the same controller. */
    "contact.object": { contact: CONTACTS },
    /** Ends objections on a written act of the controller. */
    "contact.settle": { staff: STEWARDS },
    /** Records what an answer by mail, or silence, proves of an address. */
    "contact.prove": { jobs: ["returned-mail", "contract-reminder"] },
  },
  events: {
    "contact.invited": {},
    // Another letter, for longer.
    "contact.renewed": {},
    // The first sign-in.
    "contact.accepted": {},
    "contact.role-changed": {},
    // Confirmed for the rows of controllers that became one with its own, or no longer.
    "contact.sight-changed": {},
    // Changes that contacts make to their own details.
    "contact.updated": {},
    // Its address was proven to belong to its controller.
    "contact.proven": {},
    // An answer by an address that was told of a new signatory: its silence proves nothing.
    "contact.objected": {},
    // Another contact of its controller objected in the portal: what it gave counts for nothing until that is settled.
    "contact.signatory-objected": { needsReason: true },
    "contact.objections-settled": {},
    "contact.ended": { needsReason: true },
  },
  fieldWords: "contact.fields",
  fields: [
    "controllerId",
    "name",
    "email",
    "capacity",
    "role",
    "language",
    "expiresAt",
    "hadEntered",
    "sees",
    "means",
    "addresses",
    "headId",
    "letterIds",
    "domain",
    "selector",
    "messageDigest",
    "byContactId",
    "heldIds",
    "objectionIds",
    "source",
    "documentId",
  ],
  places: [{ id: "contacts", segment: "/controllers/contacts", needs: "contact.read" }],
  obligations: {
    "contact.invitation": { source: "gdpr", article: "28(3)(h)", basis: "own", weight: 2, leads: [3, -1] },
    "contact.objection": { source: "gdpr", article: "28(3)(a)", basis: "own", weight: 3, leads: [] },
  },
  partyPart: {
    table: "controller_contact",
    links: { controller: { column: "controller_id" } },
    read: "contact.read",
    list: { here: "contacts" },
    row: { segment: "/controllers/contacts", title: "name" },
    events: [
      { at: "invited_at", words: "party-parts.events.invited" },
      { at: "accepted_at", words: "party-parts.events.accepted" },
      { at: "ended_at", words: "party-parts.events.ended" },
    ],
    besides: [
      "contact_objection",
      "contact_proof",
      "contact_signature",
      "signatory_objection",
      "signatory_settlement",
    ],
  },
});
