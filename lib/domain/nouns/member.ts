import { defineNoun } from "./noun";
import { EVERYONE, OWNER } from "./roles";

/** A person of the organisation. */
export const memberNoun = defineNoun({
  id: "member",
  found: "members",
  navigation: [{ id: "members", room: "settings", segment: "/members" }],
  acts: {
    "member.read": { staff: EVERYONE },
    "member.manage": { staff: OWNER },
  },
  events: {
    "member.added": {},
    "member.role-changed": {},
    // A name or an address that the person changed.
    "member.updated": {},
    "member.removed": {},
    "member.left": {},
  },
  fieldWords: "member.fields",
  fields: ["name", "email", "role"],
  places: [{ id: "invite", segment: "/members/new", needs: "member.manage" }],
});
