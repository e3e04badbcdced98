const RECIPIENT = "names who receives, whom the policy compares with those who may";
const OTHER = "names the other contact that the act is about";
const DECLARED = "is what the signatory declares; the author of the row stands beside it";

/**
 * Columns of tables that the portal's role writes which name somebody and are compared with no contact of the session, each
 * with its reason.
 */
export const NAMES_OTHERS: Record<string, string> = {
  "attachment.author_id": "is null in the portal: its author stands in contact_id",
  "authorisation_condition.contact_id":
    "names the signatory whose word is held back: a condition takes, and gives nothing",
  "authorisation_fact.author_id":
    "is the person of the contact that the policy compares, or who opened by the log",
  "authorisation_fact.signatory": DECLARED,
  "contact_proof.contact_id": OTHER,
  "instruction_fact.author_id": "is null in the portal: its author stands in contact_id",
  "instruction_fact.writer": "is empty, or the name of the author",
  "instruction_version.author_id": "is null in the portal: versions keep a name alone",
  "outbox_mail.to_name": RECIPIENT,
  "rights_request_fact.author_id": "is null in the portal: these facts keep a name alone",
  "signatory_objection.contact_id": OTHER,
};

/** Tables with such columns of which the portal changes rows of colleagues, each with its reason. */
export const CHANGES_OTHERS: Record<string, string> = {
  instruction: "is moved by whoever answers it; the fact of the same transaction names who",
  instruction_version: "is superseded by the version of whoever answers it",
};
