import { AMANA_SCHEMAS, grantsOf, OURS, OWNER } from "@/lib/platform/migrate/catalogue/query-parts";

const SCHEMA_NAMES = `n.nspname IN (${AMANA_SCHEMAS.map((name) => `'${name}'`).join(", ")})`;

/** Members of an extension come and go with it. */
const IS_MEMBER = (catalogue: string, oid: string) => `EXISTS (SELECT FROM pg_depend d
  WHERE d.classid = '${catalogue}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;

const OUR_ROUTINES = `pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE ${OURS} AND NOT ${IS_MEMBER("pg_proc", "p.oid")}`;

export const EXTENSIONS = `SELECT 'extension' AS kind, extname::text AS name, 0 AS place,
    format('CREATE EXTENSION IF NOT EXISTS %I', extname) AS definition
  FROM pg_extension WHERE extname <> 'plpgsql'`;

export const SCHEMAS = `SELECT 'schema' AS kind, n.nspname::text AS name, 0 AS place,
    format('CREATE SCHEMA %I', n.nspname) AS definition
  FROM pg_namespace n WHERE ${SCHEMA_NAMES} AND n.nspname <> 'public'`;

/** Grants of PUBLIC on the schema \`public\` differ with the age of a server, and are withdrawn at each start. */
export const SCHEMA_GRANTS = `SELECT 'grant' AS kind, format('schema %s to %s', g.object, g.grantee) AS name, 0 AS place,
    g.object AS of, format('GRANT %s ON SCHEMA %s TO %s', string_agg(g.privilege, ', ' ORDER BY g.privilege), g.object, g.grantee)
      AS definition
  FROM (${grantsOf({
    object: "quote_ident(n.nspname)",
    acl: "n.nspacl",
    owner: "n.nspowner",
    from: "pg_namespace n",
    where: SCHEMA_NAMES,
  })}) g
  WHERE NOT (g.object = 'public' AND g.grantee = 'PUBLIC') AND g.grantee <> quote_ident(current_user)
  GROUP BY g.object, g.grantee`;

/** The column that names an ICU locale was renamed in PostgreSQL 17. */
export const COLLATIONS = `SELECT 'collation' AS kind, c.oid::regcollation::text AS name, 0 AS place,
    format('CREATE COLLATION %s (provider = %s, locale = %L%s)', c.oid::regcollation,
      CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'c' THEN 'libc' ELSE 'builtin' END,
      coalesce(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale', c.collcollate),
      CASE WHEN c.collisdeterministic THEN '' ELSE ', deterministic = false' END) AS definition
  FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace WHERE ${OURS}`;

export const TYPES = `SELECT 'type' AS kind, format_type(t.oid, NULL) AS name, 0 AS place,
    CASE t.typtype WHEN 'e' THEN format('CREATE TYPE %s AS ENUM (%s)', format_type(t.oid, NULL),
        (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid))
      ELSE format('a type of kind %s', t.typtype) END AS definition
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
  WHERE ${OURS} AND (t.typtype IN ('e', 'd', 'r') OR (t.typtype = 'c' AND c.relkind = 'c'))
    AND NOT ${IS_MEMBER("pg_type", "t.oid")}`;

export const ROUTINES = `SELECT 'function' AS kind, p.oid::regprocedure::text AS name, 0 AS place,
    rtrim(pg_get_functiondef(p.oid), E'\\n') AS definition
  FROM ${OUR_ROUTINES} AND p.prokind IN ('f', 'p')`;

/** PUBLIC may run a new function: a function it may not run is written as a withdrawal. */
export const ROUTINE_GRANTS = `SELECT 'grant' AS kind, format('function %s to %s', g.object, g.grantee) AS name, 1 AS place,
    g.object AS of, format('GRANT %s ON FUNCTION %s TO %s', g.privilege, g.object, g.grantee) AS definition
  FROM (${grantsOf({
    object: "p.oid::regprocedure::text",
    acl: "p.proacl",
    owner: "p.proowner",
    from: "pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace",
    where: `${OURS} AND NOT ${IS_MEMBER("pg_proc", "p.oid")}`,
  })}) g WHERE g.grantee <> 'PUBLIC'
  UNION ALL SELECT 'grant', format('function %s to PUBLIC', p.oid::regprocedure), 0, p.oid::regprocedure::text,
    format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', p.oid::regprocedure)
  FROM ${OUR_ROUTINES} AND p.proacl IS NOT NULL
    AND NOT EXISTS (SELECT FROM aclexplode(p.proacl) x WHERE x.grantee = 0)`;

/** Objects of another owner: row-level security binds the owner by name, and a later migration could not change them. */
export const FOREIGN_OWNERS = `SELECT 'owner' AS kind, o.name, 0 AS place,
    format('owner of %s: %s', o.name, pg_get_userbyid(o.owner)) AS definition
  FROM (SELECT c.oid::regclass::text AS name, c.relowner AS owner FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${OURS} AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
    UNION ALL SELECT p.oid::regprocedure::text, p.proowner FROM ${OUR_ROUTINES}
    UNION ALL SELECT n.nspname::text, n.nspowner FROM pg_namespace n WHERE ${SCHEMA_NAMES} AND n.nspname <> 'public') o
  WHERE NOT ${OWNER("o.owner")}`;

export const DEFAULT_PRIVILEGES = `SELECT 'default privileges' AS kind,
    concat_ws(' ', pg_get_userbyid(d.defaclrole), n.nspname, d.defaclobjtype) AS name, 0 AS place, d.defaclacl::text AS definition
  FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace WHERE n.oid IS NULL OR ${OURS}`;

export const COMMENTS = `SELECT 'comment' AS kind, pg_describe_object(d.classoid, d.objoid, d.objsubid) AS name, 0 AS place,
    d.description AS definition
  FROM pg_description d JOIN pg_class c ON d.classoid = 'pg_class'::regclass AND c.oid = d.objoid
  JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS}`;

export const STATISTICS = `SELECT 'statistics' AS kind, s.stxname::text AS name, 0 AS place,
    pg_get_statisticsobjdef(s.oid) AS definition
  FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace WHERE ${OURS}`;
