import type { MovedNoun } from "@/lib/domain/controller/merge";

/**
 * Treatment of each table with a controller. `moves`: working rows change their controller. `stays`: statements,
 * filings and signatures retain theirs and are read through their subject. Checked against the database's catalogue.
 */
export const MERGE_TABLES = {
  access_look: "stays",
  attachment: "stays",
  attachment_closure: "stays",
  attachment_withdrawal: "stays",
  authorisation: "moves",
  authorisation_condition: "stays",
  authorisation_fact: "stays",
  breach_controller: "stays",
  breach_fact: "stays",
  breach_notice: "stays",
  breach_notice_fact: "stays",
  // An approval stays its controller's own; a script for the one that it is merged into is written anew.
  call_script: "stays",
  call_script_decision: "stays",
  call_script_request: "stays",
  // A campaign was called for that controller; it is read as one of the controller that it is merged into.
  campaign: "stays",
  // Choices are only ever added; they are read as those of the controller that it is merged into.
  choice: "stays",
  // Read with the choices that its files brought.
  consent_collection: "stays",
  choice_check: "stays",
  // People were asked for that controller; it is read as one of the controller that it is merged into.
  consultation: "stays",
  // Proven as a person of that controller.
  contact_objection: "stays",
  contact_proof: "stays",
  contact_signature: "stays",
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
  decision_completion: "stays",
  decision_reading: "stays",
  decision_signature: "stays",
  // Assistance was given to that controller, and is counted with those merged into another.
  dpo_work: "stays",
  form_submission: "stays",
  instruction: "moves",
  instruction_fact: "stays",
  instruction_series: "stays",
  instruction_version: "stays",
  night_contact: "stays",
  processing_record: "moves",
  record_version: "stays",
  // Requests name the controller they were received for, and are read as those of the one that it is merged into.
  rights_request: "stays",
  rights_request_fact: "stays",
  // Moves by the triggers of the indexed row.
  search_document: "moves",
  // Raised against a person of that controller.
  signatory_objection: "stays",
  signatory_settlement: "stays",
  thread: "stays",
  thread_message: "stays",
  thread_read: "stays",
  transfer: "moves",
  transfer_version: "stays",
} as const satisfies Record<string, "moves" | "stays">;

/** Tables whose rows name their original controller. */
export const MOVED_TABLES = {
  "processing-record": "processing_record",
  contract: "contract",
  transfer: "transfer",
  authorisation: "authorisation",
  instruction: "instruction",
} as const satisfies Record<MovedNoun, keyof typeof MERGE_TABLES>;
