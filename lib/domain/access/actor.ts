/** Roles of an organisation's staff, from the widest to the narrowest. */
export const ROLES = ["owner", "dpo", "editor", "viewer"] as const;
export type Role = (typeof ROLES)[number];

export type StaffActor = {
  kind: "staff";
  personId: string;
  memberId: string;
  orgId: string;
  role: Role;
  name: string;
};

/** A `reader` reads, asks and exports; a `signatory` also instructs and decides for the controller. */
export const CONTACT_ROLES = ["reader", "signatory"] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

/** A person at the controller, seeing that controller's rows alone, art. 28(3)(h). */
export type ControllerContactActor = {
  kind: "controller-contact";
  contactId: string;
  personId: string;
  orgId: string;
  controllerId: string;
  role: ContactRole;
  name: string;
};

/** An auditor of a controller or an authority. The dates of the grant are checked by the database at each statement. */
export type AuditorActor = {
  kind: "auditor";
  grantId: string;
  orgId: string;
  name: string;
  /** Sections of a dossier. */
  covers: readonly string[];
};

/**
 * A person whom data are about, who has no account: holder of a personal link, and the questions and choices of that link
 * alone; without a link, whoever fills in the public form of requests.
 */
export type DataSubjectActor = { kind: "data-subject"; linkId: string | null; orgId: string };

/** Work that nobody asks for in person; the policy names what each may do. */
export const JOBS = [
  "gap-reassessment",
  "journal-verification",
  "mail-delivery",
  "returned-mail",
  "contract-reminder",
  "access-log-sealing",
  "journal-publication",
  "dossier-making",
  "audit-collecting",
  "request-erasure",
  "number-reading",
] as const;
export type Job = (typeof JOBS)[number];

export type SystemActor = { kind: "system"; job: Job };

/** Holder of the one-time link that a new database prints. */
export type SetupActor = { kind: "setup" };

export type Actor =
  StaffActor | ControllerContactActor | AuditorActor | DataSubjectActor | SystemActor | SetupActor;

export type ActorKind = Actor["kind"];
