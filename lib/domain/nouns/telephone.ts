import { defineNoun } from "./noun";
import { EVERYONE } from "./roles";

/** Law of calls to sell, by date: hours, rules, a call and a script judged by them. Nothing of it is stored. */
export const telephoneNoun = defineNoun({
  id: "telephone",
  navigation: [{ id: "telephone", group: "answer", segment: "/telephone" }],
  acts: { "telephone.read": { staff: EVERYONE } },
  events: {},
  fields: [],
  places: [
    { id: "judgeCall", segment: "/telephone/call", needs: "telephone.read" },
    { id: "telephoneStatute", segment: "/telephone/statute", needs: "telephone.read" },
    { id: "checkScript", segment: "/telephone/script", needs: "telephone.read" },
  ],
});
