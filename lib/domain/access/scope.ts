declare const minted: unique symbol;

/** Whose rows are seen: staff all of the organisation's, the portal one controller's, an auditor those granted. */
export type ScopeKind = "staff" | "portal" | "auditor";

/**
 * The bounds of one unit of work, put to the database's row-level security. Branded: only `platform/scope` mints it,
 * so a loader that holds one got it from a session, a job or a test, never from an address or a form.
 */
export type OrgScope = Readonly<{
  org: string;
  /** "platform" reaches what belongs to no organisation, under the platform's chain: its letters. */
  scope: ScopeKind | "platform";
  /** The controller whose rows the portal shows; absent for staff and auditors. */
  controllerId?: string;
  /** Those whose rows it sees where two became one; absent or empty: its own alone. */
  controllerIds?: readonly string[];
  personId?: string;
  [minted]: true;
}>;
