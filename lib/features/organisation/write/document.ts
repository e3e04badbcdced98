import { defineDocument } from "@/lib/platform/versioned/define-document";
import { findOrganisation, type OrganisationRow } from "@/lib/features/organisation/read/queries";

export type OrganisationFields = Omit<OrganisationRow, "id" | "version">;

export const ORGANISATION_VERSIONS = { versions: "organisation_version", key: "orgId" } as const;

/** Versions hold the whole row: an organisation is one for its scope, and nothing but a saving makes one. */
export const organisationDocument = defineDocument<OrganisationRow, OrganisationFields>()({
  ...ORGANISATION_VERSIONS,
  noun: "organisation",
  table: "organisation",
  find: (tx) => findOrganisation(tx),
  versionOf: (row, _kind: "saved") => ({ snapshot: row }),
  flatten: (row) => row,
  labelOf: ({ legalName }) => legalName,
});
