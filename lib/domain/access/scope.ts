declare const minted: unique symbol;

/**
 * Staff see all rows of the organisation, the portal one controller's, an auditor what was collected for a grant, the
 * public what the organisation published, and a data subject what their own link asks and was answered.
 */
export type ScopeKind = "staff" | "portal" | "auditor" | "public" | "data-subject";

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
  /** Controllers merged into this one, whose rows it sees too; absent or empty: its own rows alone. */
  controllerIds?: readonly string[];
  /** The grant of an auditor; absent for all others. */
  grantId?: string;
  /** The hash of a data subject's link, in hex; absent for all others. */
  linkHash?: string;
  /** The hash of the secret of whoever is signed in, in hex: it binds a portal and an audit to their own; absent for staff. */
  sessionHash?: string;
  personId?: string;
  [minted]: true;
}>;
