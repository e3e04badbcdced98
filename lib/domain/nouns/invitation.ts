import { defineNoun } from "./noun";

/** An invitation to become a member. */
export const invitationNoun = defineNoun({
  id: "invitation",
  acts: {},
  events: {
    "invitation.sent": {},
    "invitation.renewed": {},
    "invitation.withdrawn": {},
    "invitation.accepted": {},
  },
  fieldWords: "member.fields",
  fields: ["name", "email", "role", "locale", "expiresAt"],
});
