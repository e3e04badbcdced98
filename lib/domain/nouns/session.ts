import { defineNoun } from "./noun";

/** A session that was opened by signing in. */
export const sessionNoun = defineNoun({
  id: "session",
  found: { none: "one's own, a place of the palette" },
  acts: {},
  events: {
    "session.revoked": {},
  },
  fields: [],
});
