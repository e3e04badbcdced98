import { defineNoun } from "./noun";
import { EVERYONE, WRITERS } from "./roles";

/** States whom to reach at a controller at any hour. */
export const nightContactNoun = defineNoun({
  id: "night-contact",
  found: "nightContacts",
  acts: {
    "night-contact.read": { staff: EVERYONE },
    "night-contact.manage": { staff: WRITERS },
  },
  events: {
    "night-contact.added": {},
    "night-contact.changed": {},
    "night-contact.ended": { needsReason: true },
  },
  fieldWords: "night-contact.fields",
  fields: [
    "controllerId",
    "position",
    "name",
    "role",
    "phone",
    "email",
    "language",
    "hours",
    "version",
    "endedAt",
    "reason",
  ],
  partyPart: {
    none: "whom to reach at night is a part of the controller's page of its own",
    tables: ["night_contact"],
  },
});
