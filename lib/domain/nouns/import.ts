import { defineNoun } from "./noun";
import { WRITERS } from "./roles";

/** A table brought into a register. */
export const importNoun = defineNoun({
  id: "import",
  found: "imports",
  acts: {
    "import.run": { staff: WRITERS },
  },
  events: {
    "import.committed": {},
    // A whole register as JSON, its versions with it.
    "register.imported": {},
  },
  fields: [
    "sha256",
    "new",
    "changed",
    "unchanged",
    "set-aside",
    "marked",
    "ended",
    "controllers",
    "measures",
    "records",
    "versions",
    "created",
    "same",
    "refused",
    "register",
    "digest",
    "from",
    "scope",
    "takenAt",
    "takenBy",
    "asOf",
  ],
  places: [{ id: "import", segment: "/records/import", needs: "import.run" }],
});
