import { defineNoun } from "./noun";

/** An invitation to become a member. */
export const invitationNoun = defineNoun({
  id: "invitation",
  found: "invitations",
  acts: {},
  events: {
    "invitation.sent": {},
    "invitation.renewed": {},
    "invitation.withdrawn": {},
    "invitation.accepted": {},
  },
  fieldWords: "member.fields",
  fields: ["name", "email", "role", "locale", "expiresAt"],
  obligations: {
    "invitation.expiry": { source: "own", article: "", basis: "own", weight: 1, leads: [1, -1] },
  },
});
