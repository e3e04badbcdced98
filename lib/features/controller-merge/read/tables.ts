import type { MovedNoun } from "@/lib/domain/controller/merge";

/**
 * What a merge makes of each table that says whose its rows are. `moves`: rows that people work on change their
 * controller. `stays`: what was said, shown, filed or signed names for good whom it was said to, and is read through the
 * row that it is about. Held against the database's catalogue by a test.
 */
export const MERGE_TABLES = {
  access_look: "stays",
  attachment: "stays",
  attachment_closure: "stays",
  attachment_withdrawal: "stays",
  authorisation: "moves",
  authorisation_condition: "stays",
  authorisation_fact: "stays",
  contract: "moves",
  contract_end: "stays",
  contract_end_certificate: "stays",
  contract_instructor: "stays",
  contract_version: "stays",
  controller_contact: "moves",
  controller_merge: "stays",
  controller_spelling: "moves",
  controller_version: "stays",
  decision_certificate: "stays",
  decision_reading: "stays",
  form_submission: "stays",
  instruction: "moves",
  instruction_fact: "stays",
  instruction_series: "stays",
  instruction_version: "stays",
  processing_record: "moves",
  record_version: "stays",
  // Follows the row that it makes findable, by the triggers of that row.
  search_document: "moves",
  thread: "stays",
  thread_message: "stays",
  thread_read: "stays",
  transfer: "moves",
  transfer_version: "stays",
} as const satisfies Record<string, "moves" | "stays">;

/** The tables whose rows name the controller that they came from. */
export const MOVED_TABLES = {
  "processing-record": "processing_record",
  contract: "contract",
  transfer: "transfer",
  authorisation: "authorisation",
  instruction: "instruction",
} as const satisfies Record<MovedNoun, keyof typeof MERGE_TABLES>;
