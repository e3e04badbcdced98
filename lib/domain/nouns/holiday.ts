import { defineNoun } from "./noun";
import { EVERYONE, STEWARDS } from "./roles";

/** Moving holidays of Morocco as announced: only ever added, the last of a feast and a year counts. */
export const holidayNoun = defineNoun({
  id: "holiday",
  found: { none: "a few days of each year, on one page" },
  tables: [{ name: "holiday_announcement", kind: "fact" }],
  acts: {
    "holiday.read": { staff: EVERYONE },
    "holiday.confirm": { staff: STEWARDS },
  },
  events: { "holiday.confirmed": {}, "holiday.corrected": {} },
  fieldWords: "holiday.fields",
  fields: ["feast", "year", "days", "announcedOn", "announcer"],
  obligations: {
    /** A moving holiday that the calendar proposes and nobody confirmed, while a client has its seat in Morocco. */
    "holiday.confirm": { source: "own", article: "", basis: "own", weight: 1, leads: [] },
  },
  places: [{ id: "holidays", segment: "/obligations/holidays", needs: "holiday.read" }],
});
