import { defineNoun } from "./noun";
import { EVERYONE, STEWARDS } from "./roles";

/** A person of a controller who may enter its portal, art. 28(3)(h). */
export const contactNoun = defineNoun({
  id: "contact",
  acts: {
    /** Who may enter a controller's portal, and what they looked at. */
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
    // What the contact says of itself.
    "contact.updated": {},
    "contact.ended": { needsReason: true },
  },
  places: [{ id: "contacts", segment: "/controllers/contacts", needs: "contact.read" }],
});
