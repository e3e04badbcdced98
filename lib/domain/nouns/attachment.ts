import { defineNoun } from "./noun";
import { STEWARDS } from "./roles";

/** A document kept beside a subject. */
export const attachmentNoun = defineNoun({
  id: "attachment",
  acts: {
    /** What was given in error is closed to view, or opened again. */
    "document.close": { staff: STEWARDS },
  },
  events: {
    "attachment.stored": {},
    // It was put beside the wrong subject.
    "attachment.withdrawn": {},
    // It was given in error: nobody is handed it.
    "attachment.closed": {},
    "attachment.opened": {},
    // A document; a logo is shown by every page.
    "attachment.taken": {},
  },
});
