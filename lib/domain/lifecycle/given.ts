/**
 * State of a working paper, in every noun that has one: an entry, a contract, a request for authorisation, a notice, a
 * consultation, a script. Row-level security hides the same state from the portal. A campaign in preparation is no working
 * paper: its controller sees it there, and its list is scrubbed.
 */
export const DRAFT_STATE = "draft";

/** True where a row in this state may be given to anyone outside the organisation: a controller, an authority, an auditor. */
export function isGiven(state: string): boolean {
  return state !== DRAFT_STATE;
}
