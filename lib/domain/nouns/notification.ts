import { defineNoun } from "./noun";
import { EVERYONE } from "./roles";

/** Notifications of one member: what others did and what falls due, from the journal's entries. */
export const notificationNoun = defineNoun({
  id: "notification",
  found: { none: "an entry of the journal, found by what it is about" },
  tables: [
    { name: "notification_reading", kind: "row", sealed: "what a member has read is no act on the register" },
  ],
  acts: {
    /** Read one's own notifications, say so, and choose their kinds. */
    "notification.read": { staff: EVERYONE },
    /** Write to members of what they chose to be written of. */
    "notification.mail": { jobs: ["contract-reminder"] },
  },
  events: {},
  fields: [],
});
