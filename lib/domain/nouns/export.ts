import { defineNoun } from "./noun";
import { CONTACTS, EVERYONE } from "./roles";

/** A file handed over. */
export const exportNoun = defineNoun({
  id: "export",
  found: { none: "an act that leaves no row but its entry of the journal" },
  acts: {
    "export.take": { staff: EVERYONE, contact: CONTACTS, auditor: true },
  },
  events: {
    "export.taken": {},
  },
  fields: [
    "cells",
    "controller",
    "regime",
    "state",
    "subProcessor",
    "waits",
    "format",
    "language",
    "register",
    "scope",
    "contents",
    "asOf",
    "records",
    "contracts",
    "instructions",
    "subProcessors",
    "transfer",
    "assistance",
    "requests",
    "open",
    "heads",
    "digest",
  ],
  places: [
    { id: "export", segment: "/records/export", needs: "export.take" },
    { id: "exportOwn", segment: "/own-records/export", needs: "export.take" },
  ],
});
