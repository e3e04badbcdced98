import { defineNoun } from "./noun";
import { EVERYONE, OWNER, WRITERS } from "./roles";

/** A person of the organisation. */
export const memberNoun = defineNoun({
  id: "member",
  found: "members",
  tables: [{ name: "member_absence", kind: "fact" }],
  navigation: [{ id: "members", room: "settings", segment: "/members" }],
  acts: {
    "member.read": { staff: EVERYONE },
    "member.manage": { staff: OWNER },
    /** Days on which one is away oneself; those of others are for owners, which the verb asks. Who only reads has no line. */
    "member.absence": { staff: WRITERS },
  },
  events: {
    "member.added": {},
    "member.role-changed": {},
    // A name or an address that the person changed.
    "member.updated": {},
    "member.removed": {},
    "member.left": {},
    "member.absence-set": {},
    "member.absence-ended": {},
  },
  fieldWords: "member.fields",
  fields: ["name", "email", "role", "fromOn", "untilOn", "substitute"],
  places: [{ id: "invite", segment: "/members/new", needs: "member.manage" }],
});
