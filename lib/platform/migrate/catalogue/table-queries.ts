import { OURS, OWNER, grantsOf } from "@/lib/platform/migrate/catalogue/query-parts";

/** Prisma's record of migrations belongs to no migration. */
const OUR_TABLES = `pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND ${OURS} AND c.relname <> '_prisma_migrations'`;

const ON_OUR_TABLES = `(SELECT c.oid FROM ${OUR_TABLES})`;

/** Columns stand in their order: an evidence digest is of a row's text, whose values have no names. */
export const TABLES = `SELECT 'table' AS kind, c.oid::regclass::text AS name, 0 AS place,
    format('CREATE TABLE %s (%s)', c.oid::regclass, (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
      FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped))
    || coalesce(' WITH ' || c.reloptions::text, '')
    || CASE WHEN c.relpersistence <> 'p' THEN ' persistence ' || c.relpersistence::text ELSE '' END AS definition
  FROM ${OUR_TABLES}`;

export const COLUMNS = `SELECT 'column' AS kind, format('%s.%I', a.attrelid::regclass, a.attname) AS name,
    row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum)::int AS place, a.attrelid::regclass::text AS of,
    format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
    || CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || a.attcollation::regcollation::text ELSE '' END
    || CASE WHEN a.attgenerated <> '' THEN format(' GENERATED ALWAYS AS (%s) STORED', pg_get_expr(d.adbin, d.adrelid, true))
         WHEN a.attidentity <> '' THEN ' GENERATED AS IDENTITY'
         ELSE coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid, true), '') END
    || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END AS definition
  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attrelid IN ${ON_OUR_TABLES} AND a.attnum > 0 AND NOT a.attisdropped`;

/** Storage, compression and statistics of a column are read where somebody set them. */
export const COLUMN_SETTINGS = `SELECT 'setting' AS kind, format('%s.%I %s', a.attrelid::regclass, a.attname, s.name) AS name,
    0 AS place, a.attrelid::regclass::text AS of,
    format(CASE s.name WHEN 'OPTIONS' THEN 'ALTER TABLE %1$s ALTER COLUMN %2$I SET (%4$s)'
      ELSE 'ALTER TABLE %s ALTER COLUMN %I SET %s %s' END, a.attrelid::regclass, a.attname, s.name, s.value) AS definition
  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid, LATERAL (VALUES
    ('STORAGE', CASE WHEN a.attstorage <> t.typstorage THEN CASE a.attstorage
      WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END),
    ('COMPRESSION', CASE a.attcompression WHEN 'l' THEN 'lz4' WHEN 'p' THEN 'pglz' END),
    ('STATISTICS', CASE WHEN coalesce(a.attstattarget, -1) >= 0 THEN a.attstattarget::text END),
    ('OPTIONS', (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(a.attoptions) o WHERE o LIKE 'n_distinct%'))) AS s (name, value)
  WHERE s.value IS NOT NULL AND a.attrelid IN ${ON_OUR_TABLES} AND a.attnum > 0 AND NOT a.attisdropped`;

/**
 * NOT NULL is a constraint of its own since PostgreSQL 18; the column says it on every version. Parentheses are read as
 * they were written, since the shorter form may be made again as another tree.
 */
export const CONSTRAINTS = `SELECT CASE k.contype WHEN 'f' THEN 'reference' ELSE 'constraint' END AS kind,
    format('%s.%I', k.conrelid::regclass, k.conname) AS name,
    CASE k.contype WHEN 'p' THEN 0 WHEN 'u' THEN 1 ELSE 2 END AS place, k.conrelid::regclass::text AS of,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
      AS definition
  FROM pg_constraint k WHERE k.conrelid IN ${ON_OUR_TABLES} AND k.contype NOT IN ('n', 't')`;

export const INDEXES = `SELECT 'index' AS kind, i.indexrelid::regclass::text AS name, 0 AS place,
    i.indrelid::regclass::text AS of, pg_get_indexdef(i.indexrelid, 0, true)
    || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END AS definition
  FROM pg_index i WHERE i.indrelid IN ${ON_OUR_TABLES}
    AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))`;

export const TRIGGERS = `SELECT 'trigger' AS kind, format('%s.%I', t.tgrelid::regclass, t.tgname) AS name, 0 AS place,
    t.tgrelid::regclass::text AS of, pg_get_triggerdef(t.oid, true)
    || CASE t.tgenabled WHEN 'O' THEN '' ELSE ' enabled ' || t.tgenabled::text END AS definition
  FROM pg_trigger t WHERE t.tgrelid IN ${ON_OUR_TABLES} AND NOT t.tgisinternal`;

export const ROW_SECURITY = `SELECT 'row security' AS kind, c.oid::regclass::text AS name, 0 AS place,
    c.oid::regclass::text AS of, format('ALTER TABLE %s %s', c.oid::regclass, concat_ws(', ',
      CASE WHEN c.relrowsecurity THEN 'ENABLE ROW LEVEL SECURITY' END,
      CASE WHEN c.relforcerowsecurity THEN 'FORCE ROW LEVEL SECURITY' END)) AS definition
  FROM ${OUR_TABLES} AND (c.relrowsecurity OR c.relforcerowsecurity)`;

/** The policy of backups is given again after each migration. */
export const POLICIES = `SELECT 'policy' AS kind, format('%s.%I', p.polrelid::regclass, p.polname) AS name, 0 AS place,
    p.polrelid::regclass::text AS of, format('CREATE POLICY %I ON %s%s FOR %s TO %s', p.polname, p.polrelid::regclass,
      CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END,
      CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
      (SELECT string_agg(CASE WHEN r.role = 0 THEN 'PUBLIC' WHEN ${OWNER("r.role")} THEN 'CURRENT_USER'
          ELSE quote_ident(pg_get_userbyid(r.role)) END, ', ' ORDER BY r.place)
        FROM unnest(p.polroles) WITH ORDINALITY AS r (role, place)))
    || coalesce(E'\\n  USING (' || pg_get_expr(p.polqual, p.polrelid, true) || ')', '')
    || coalesce(E'\\n  WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid, true) || ')', '') AS definition
  FROM pg_policy p WHERE p.polrelid IN ${ON_OUR_TABLES} AND p.polname <> 'backup'`;

/** Each view names the views that it reads after them. */
export const VIEWS = `WITH RECURSIVE uses AS (
    SELECT DISTINCT r.ev_class AS view, d.refobjid AS read FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid
    JOIN pg_class c ON c.oid = d.refobjid AND c.relkind = 'v'
    WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> r.ev_class
  ), depth AS (SELECT c.oid AS view, 0 AS place FROM pg_class c WHERE c.relkind = 'v'
    UNION SELECT u.view, d.place + 1 FROM uses u JOIN depth d ON d.view = u.read)
  SELECT 'view' AS kind, c.oid::regclass::text AS name, (SELECT max(d.place) FROM depth d WHERE d.view = c.oid)::int AS place,
    format(E'CREATE VIEW %s%s AS\\n%s', c.oid::regclass,
      coalesce(' WITH (' || array_to_string(c.reloptions, ', ') || ')', ''),
      rtrim(pg_get_viewdef(c.oid, true), ';')) AS definition
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm') AND ${OURS}`;

const IN_SCHEMA = "pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace";

export const TABLE_GRANTS = `SELECT 'grant' AS kind, format('%s to %s', g.object, g.grantee) AS name, 0 AS place,
    g.object AS of, format('GRANT %s ON %s TO %s', string_agg(g.privilege, ', ' ORDER BY g.privilege), g.object, g.grantee)
      AS definition
  FROM (${grantsOf({
    object: "c.oid::regclass::text",
    acl: "c.relacl",
    owner: "c.relowner",
    from: IN_SCHEMA,
    where: `c.relkind IN ('r', 'p', 'v', 'm', 'S') AND ${OURS} AND c.relname <> '_prisma_migrations'`,
  })}) g
  GROUP BY g.object, g.grantee`;

export const COLUMN_GRANTS = `SELECT 'grant' AS kind, format('%s of %s to %s', g.privilege, g.object, g.grantee) AS name,
    1 AS place, g.object AS of, format('GRANT %s (%s) ON %s TO %s', g.privilege,
      string_agg(quote_ident(g.attname), ', ' ORDER BY g.attnum), g.object, g.grantee) AS definition
  FROM (${grantsOf({
    object: "c.oid::regclass::text",
    acl: "a.attacl",
    owner: "c.relowner",
    from: `pg_attribute a JOIN (${IN_SCHEMA}) ON c.oid = a.attrelid`,
    where: `${OURS} AND NOT a.attisdropped`,
    columns: ["a.attname", "a.attnum"],
  })}) g GROUP BY g.object, g.grantee, g.privilege`;

export const SEQUENCES = `SELECT 'sequence' AS kind, c.oid::regclass::text AS name, 0 AS place,
    format('CREATE SEQUENCE %s AS %s INCREMENT %s MINVALUE %s MAXVALUE %s START %s', c.oid::regclass,
      format_type(s.seqtypid, NULL), s.seqincrement, s.seqmin, s.seqmax, s.seqstart) AS definition
  FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS}`;
