import { defineNoun } from "./noun";
import { CONTACTS, EVERYONE, WRITERS } from "./roles";

/** A conversation of a controller and its processor about one subject. */
export const threadNoun = defineNoun({
  id: "thread",
  isSearched: true,
  found: "threads",
  navigation: [{ id: "threads", room: "clients", segment: "/threads" }],
  acts: {
    "thread.read": { staff: EVERYONE, contact: CONTACTS },
    /** Ask, answer, close with a word. */
    "thread.write": { staff: WRITERS, contact: CONTACTS },
  },
  events: {
    // Its first message.
    "thread.opened": {},
    "thread.written": {},
    "thread.closed": { needsReason: true },
  },
  drawn: [
    { table: "thread", column: "id" },
    { table: "thread_message", column: "thread_id" },
  ],
  fields: ["subjectNoun", "subjectId", "number", "digest", "state"],
  awaitsContact: { segment: "threads" },
  documents: [{ subject: "thread", read: "thread.read", write: "thread.write", segment: "threads" }],
  obligations: {
    "thread.answer": { source: "gdpr", article: "28(3)(h)", basis: "statutory", weight: 3, leads: [-3, -10] },
  },
  partyPart: {
    table: "thread",
    links: { controller: { column: "controller_id" } },
    owed: [{ column: "state", is: ["with-processor"] }],
    read: "thread.read",
    list: { segment: "/threads" },
    row: { segment: "/threads", title: "subject_noun", titleWords: "thread.nouns.*" },
    events: [
      {
        facts: { table: "thread_message", key: "thread_id" },
        at: "said_at",
        event: "side",
        words: "party-parts.events.message.*",
      },
    ],
    besides: ["thread_read"],
  },
});
