import { defineNoun } from "./noun";
import { STEWARDS } from "./roles";

/** A document kept beside a subject. */
export const attachmentNoun = defineNoun({
  id: "attachment",
  found: "documents",
  acts: {
    /** Stewards close a document given in error, or open it again. */
    "document.close": { staff: STEWARDS },
  },
  events: {
    "attachment.stored": {},
    // Withdraws a file attached to the wrong subject.
    "attachment.withdrawn": {},
    // Closes a document given in error: nobody may download it.
    "attachment.closed": {},
    "attachment.opened": {},
    // A document; a logo is shown by every page.
    "attachment.taken": {},
  },
  fields: [
    "purpose",
    "subjectNoun",
    "subjectId",
    "controllerId",
    "replacesId",
    "fileName",
    "contentType",
    "size",
    "width",
    "height",
    "digest",
  ],
  partyPart: {
    table: "attachment",
    links: { controller: { column: "controller_id" } },
    rows: [{ column: "purpose", is: ["document"] }],
    read: "controller.read",
    row: { key: "subject_id", segmentOf: "subject_noun", title: "file_name" },
    events: [{ at: "stored_at", words: "party-parts.events.document" }],
    besides: ["attachment_closure", "attachment_withdrawal"],
  },
});
