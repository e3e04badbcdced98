import { defineNoun } from "./noun";

/** A session that was opened by signing in. */
export const sessionNoun = defineNoun({
  id: "session",
  acts: {},
  events: {
    "session.revoked": {},
  },
  fields: [],
});
