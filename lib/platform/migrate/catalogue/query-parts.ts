/** Schemas whose objects migrations make. pg-boss makes those of its own schema. */
const OUR_SCHEMAS = ["public", "portal", "example"];

/** Schemas that migrations make. */
export const AMANA_SCHEMAS = [...OUR_SCHEMAS, "amana_jobs"];

/** Restricts a query to objects of `n`, a schema of ours. */
export const OURS = `n.nspname IN (${OUR_SCHEMAS.map((schema) => `'${schema}'`).join(", ")})`;

/** The account that reads owns every object; its name differs from one installation to the next. */
export const OWNER = (role: string) => `(${role} = (SELECT oid FROM pg_roles WHERE rolname = current_user))`;

type GrantSource = {
  object: string;
  acl: string;
  owner: string;
  from: string;
  where: string;
  columns?: string[];
};

/** Selects object, grantee and privilege of every grant but the owner's own; none where nobody ever granted. */
export function grantsOf({ object, acl, owner, from, where, columns = [] }: GrantSource): string {
  const privilege = "x.privilege_type || CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END";
  const grantee = "CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END";
  return `SELECT ${[`${object} AS object`, `${privilege} AS privilege`, `${grantee} AS grantee`, ...columns].join(", ")}
    FROM ${from}, LATERAL aclexplode(${acl}) AS x WHERE ${where} AND x.grantee <> ${owner}`;
}
