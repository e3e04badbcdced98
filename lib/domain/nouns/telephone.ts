import { defineNoun } from "./noun";
import { EVERYONE, STEWARDS } from "./roles";

/** Law of calls to sell, by date: hours, rules, a call and a script judged by them; and what the house asks beyond it. */
export const telephoneNoun = defineNoun({
  id: "telephone",
  found: { none: "the law of calls and the rules of the house, in places of the palette" },
  navigation: [
    {
      id: "telephone",
      room: "telephone",
      isDoor: true,
      segment: "/telephone",
      also: ["/telephone/call", "/telephone/statute", "/telephone/house", "/telephone/minors"],
    },
  ],
  tables: [
    { name: "house_rule", kind: "row" },
    { name: "house_rule_version", kind: "version", of: "house_rule_id" },
  ],
  acts: {
    "telephone.read": { staff: EVERYONE },
    /** State what the house asks beyond the law. */
    "telephone.tighten": { staff: STEWARDS },
  },
  events: { "telephone.tightened": {} },
  fieldWords: "telephone.fields",
  fields: [
    "attempts",
    "opensAt",
    "closesAt",
    "weekdays",
    "consentMonths",
    "closesLocalHolidays",
    "closedDays",
    "early",
    "reason",
  ],
  places: [
    { id: "judgeCall", segment: "/telephone/call", needs: "telephone.read" },
    { id: "telephoneStatute", segment: "/telephone/statute", needs: "telephone.read" },
    { id: "houseRules", segment: "/telephone/house", needs: "telephone.tighten" },
    { id: "checkScript", segment: "/telephone/script", needs: "telephone.read" },
  ],
});
