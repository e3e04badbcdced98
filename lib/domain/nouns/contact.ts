import { defineNoun } from "./noun";
import { EVERYONE, STEWARDS } from "./roles";

/** A person of a controller who may enter its portal, art. 28(3)(h). */
export const contactNoun = defineNoun({
  id: "contact",
  found: "contacts",
  acts: {
    /** Reads the contacts of a portal and their access log. */
    "contact.read": { staff: EVERYONE },
    /** Invite, renew, change the role, end. */
    "contact.manage": { staff: STEWARDS },
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
  ],
  places: [{ id: "contacts", segment: "/controllers/contacts", needs: "contact.read" }],
  obligations: {
    "contact.invitation": { source: "gdpr", article: "28(3)(h)", basis: "own", weight: 2, leads: [3, -1] },
  },
});
