import { defineNoun } from "./noun";
import { EVERYONE } from "./roles";

/** Everything with a date: composed of what the other nouns declare, and of reminders and a calendar of it. */
export const obligationNoun = defineNoun({
  id: "obligation",
  found: { none: "composed of the rows of other nouns" },
  navigation: [
    { id: "obligations", room: "today", segment: "/obligations" },
    { id: "calendar", room: "today", segment: "/obligations/calendar" },
  ],
  acts: {
    /** The list, the calendar and a calendar address of one's own: each shows the dates of what one may read. */
    "obligation.read": { staff: EVERYONE },
    /** Letters before dates and after them, each reader being told of what they may read. */
    "obligation.remind": { jobs: ["contract-reminder"] },
  },
  events: {
    "obligation.reminded": {},
    "obligation.feed-created": {},
    "obligation.feed-renewed": {},
    "obligation.feed-revoked": {},
  },
  fields: ["kind", "due", "stage", "readers"],
  places: [{ id: "obligationCalendar", segment: "/obligations/calendar", needs: "obligation.read" }],
});
