/** Lists rows for the job role, which reads no row of an organisation; what is done with one is decided again in its scope. */
const LISTS = "chooses which ids are listed, and decides nothing";
/** Instants that a caller states of its own act: the entry beside it has the server's clock. */
const OWN_ACT = "dates the caller's own act, whose entry of the journal has the server's clock";
const OWN_ID = "names the row that is added, which must be new";
const IN_SCOPE = "is refused unless it is the organisation of the scope";
const OF_SCOPE = "names a row, which is found within the organisation of the scope alone";
const OWN_ROWS = "names rows, which are found among those of the contact's controllers alone";
const OWN_VISIBLE = "names rows, which are counted among those that the caller sees alone";
const SEARCHED = "is looked for among the rows of the scope alone";
const SECRET = "is the hash of a secret that only its holder has";

/**
 * Justifies each argument of a function that runs with the owner's rights by which a caller could name an instant, a day, an
 * organisation, a person or a row. One without a reason here fails the test of the catalogue.
 */
export const DEFINER_ARGUMENTS: Record<string, Record<string, string>> = {
  audits_due: { at: LISTS },
  call_log_clear: { log_id: OF_SCOPE },
  call_logs_due: { at: LISTS },
  call_logs_past: { day: LISTS, at: LISTS },
  clean_expired: { at: "is refused where it is ahead of the server's clock" },
  consultation_answer: { in_language: "is one of three languages", at: OWN_ACT },
  dossier_clear: { dossier_id: OF_SCOPE },
  dossiers_due: { at: LISTS },
  dossiers_expired: { at: LISTS },
  evidence_collect: { chain: IN_SCOPE },
  example_clear: { org: IN_SCOPE },
  journal_append: {
    chain: IN_SCOPE,
    texts: "are the entries; guests' name themselves, strangers' are compared with what they did",
  },
  journal_clear: { chain: IN_SCOPE, clearing: "is the entry of the clearing, which names what is cleared" },
  outbox_due: { at: LISTS },
  outbox_returned: { envelope: SECRET, message: "is an identifier that a returned letter repeats" },
  outbox_waiting_since: { at: LISTS },
  parental_answer: {
    new_id: OWN_ID,
    new_outcome: "is one of three",
    shown: "is the hash of the words shown",
    at: OWN_ACT,
  },
  portal_is_self: {
    who: "is compared with the lines of the session's own person",
    called: "is compared with the name of that line",
  },
  portal_is_steward: {
    mailbox: "is compared with the stewards' addresses of the scope, and nothing of them is returned",
  },
  portal_request_had: { request: OWN_ROWS },
  portal_request_letters: { requests: OWN_ROWS },
  portal_request_lodge: {
    new_id: OWN_ID,
    told: "is the reference that is told, at random",
    invoked: "are rights",
    at: OWN_ACT,
  },
  public_page_at: { asked: "is the address of a page, which is public" },
  public_request_receive: {
    new_id: OWN_ID,
    told: "is the reference that is told, at random",
    invoked: "are rights",
    at: OWN_ACT,
  },
  public_subscribe: {
    new_id: OWN_ID,
    address: "is the mailbox that is asked to confirm",
    in_language: "is of the letter",
    at: OWN_ACT,
    until: "ends the link that asks to confirm; a link opens nothing but a subscription",
  },
  public_subscriber_remove: { removed: OF_SCOPE },
  public_subscription_confirm: { at: OWN_ACT },
  returned_unmatched: { since: LISTS },
  row_stood: { chain: IN_SCOPE },
  rows_disagreeing: {
    name: "names a table that is bound, else it is refused",
    by_column: "names one of its columns",
    value: OWN_VISIBLE,
  },
  rows_disagreeing_among: {
    name: "names a table that is bound, else it is refused",
    by_column: "names one of its columns",
    among: OWN_VISIBLE,
  },
  rows_disagreeing_in: { name: "names a table that is bound, else it is refused" },
  search_coded: { wanted: SEARCHED, chosen: SEARCHED },
  search_found: { wanted: SEARCHED },
  search_ids: { wanted: SEARCHED },
};
