-- Sorted text stands in French order, and numbers within it by their value: T-1000 comes after T-999.
CREATE COLLATION register_order (provider = icu, locale = 'fr-u-kn-true');
ALTER TABLE processing_record
  ALTER COLUMN reference TYPE text COLLATE register_order,
  ALTER COLUMN activity TYPE text COLLATE register_order;
ALTER TABLE record_version
  ALTER COLUMN reference TYPE text COLLATE register_order,
  ALTER COLUMN activity TYPE text COLLATE register_order;
ALTER TABLE controller ALTER COLUMN legal_name TYPE text COLLATE register_order;

-- Whom an entry is held for, as lists say and sort it: a projection that the database keeps, "" in the own register.
ALTER TABLE processing_record ADD COLUMN controller_name text COLLATE register_order NOT NULL DEFAULT '';

CREATE FUNCTION record_names_controller() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.controller_name := coalesce(
    (SELECT legal_name FROM controller WHERE org_id = NEW.org_id AND id = NEW.controller_id), '');
  RETURN NEW;
END $$;
CREATE TRIGGER controller_named BEFORE INSERT OR UPDATE OF controller_id ON processing_record
  FOR EACH ROW EXECUTE FUNCTION record_names_controller();

CREATE FUNCTION controller_renames_records() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE processing_record SET controller_name = NEW.legal_name
    WHERE org_id = NEW.org_id AND controller_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER records_renamed AFTER UPDATE OF legal_name ON controller
  FOR EACH ROW WHEN (OLD.legal_name IS DISTINCT FROM NEW.legal_name) EXECUTE FUNCTION controller_renames_records();

ALTER TABLE processing_record NO FORCE ROW LEVEL SECURITY;
ALTER TABLE controller NO FORCE ROW LEVEL SECURITY;
UPDATE processing_record r SET controller_name = c.legal_name
  FROM controller c WHERE c.org_id = r.org_id AND c.id = r.controller_id;
ALTER TABLE processing_record FORCE ROW LEVEL SECURITY;
ALTER TABLE controller FORCE ROW LEVEL SECURITY;

-- One index for each order of the list, and for each view that is counted. A count stops at a thousand, but it must
-- not read ten thousand entries to find that only three are due.
DROP INDEX "processing_record_org_id_required_gaps_idx";
CREATE INDEX "processing_record_org_id_capacity_activity_id_idx"
  ON "processing_record"("org_id", "capacity", "activity", "id");
CREATE INDEX "processing_record_gaps_idx"
  ON "processing_record"("org_id", "capacity", "required_gaps", "advisable_gaps", "id");
CREATE INDEX "processing_record_controller_name_idx"
  ON "processing_record"("org_id", "capacity", "controller_name", "id");
CREATE INDEX processing_record_reviewed_idx
  ON processing_record (org_id, capacity, coalesce(reviewed_on, ''), id);
CREATE INDEX processing_record_counted_idx
  ON processing_record (org_id, capacity, reference, id, controller_id);
CREATE INDEX processing_record_open_gaps_idx
  ON processing_record (org_id, capacity, reference, id) INCLUDE (controller_id)
  WHERE state <> 'ended' AND required_gaps > 0;
CREATE INDEX processing_record_review_due_idx
  ON processing_record (org_id, capacity, coalesce(review_due_on, '')) INCLUDE (controller_id) WHERE state <> 'ended';
CREATE INDEX processing_record_ended_idx
  ON processing_record (org_id, capacity, reference, id) INCLUDE (controller_id) WHERE state = 'ended';

-- The same policies, with the scope compared inside the subquery: the planner takes a comparison with an unknown text
-- to keep one row in two hundred, and would sort a whole register rather than walk an index to its fiftieth row.
ALTER POLICY staff ON processing_record
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
ALTER POLICY auditor ON processing_record
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'auditor'));
ALTER POLICY portal ON processing_record USING (
  org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()));
ALTER POLICY staff ON record_version
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'))
  WITH CHECK (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'staff'));
ALTER POLICY auditor ON record_version
  USING (org_id = (SELECT app_org()) AND (SELECT app_scope() = 'auditor'));
ALTER POLICY portal ON record_version USING (
  org_id = (SELECT app_org()) AND (SELECT app_scope() = 'portal') AND controller_id = (SELECT app_controller()));

-- What is searched, folded. Operators of trigrams are not leakproof, so under row-level security their index would be
-- left aside: no role but the owner may read these two tables, and the functions below show ids of one's own alone.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE "search_document" (
    "subject_id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "org_id" UUID NOT NULL,
    "controller_id" UUID,
    "said" TEXT NOT NULL,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("subject_id")
);
CREATE INDEX "search_document_said_idx" ON "search_document" USING GIN ("said" gin_trgm_ops);
CREATE INDEX "search_document_org_id_controller_id_idx" ON "search_document"("org_id", "controller_id");

-- Every word that was ever said in an organisation's documents: what was typed is put right by the nearest of them.
CREATE TABLE "search_word" (
    "org_id" UUID NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("org_id","word")
);
CREATE INDEX "search_word_word_idx" ON "search_word" USING GIN ("word" gin_trgm_ops);

CREATE FUNCTION search_keep(documents search_document[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO search_word (org_id, word)
    SELECT DISTINCT d.org_id, w FROM unnest(documents) d, regexp_split_to_table(d.said, '[^[:alnum:]]+') w
    WHERE length(w) BETWEEN 4 AND 40 AND w !~ '[0-9]'
    ON CONFLICT DO NOTHING;
  INSERT INTO search_document SELECT * FROM unnest(documents)
    ON CONFLICT (subject_id) DO UPDATE SET controller_id = EXCLUDED.controller_id, said = EXCLUDED.said
    WHERE (search_document.controller_id, search_document.said)
      IS DISTINCT FROM (EXCLUDED.controller_id, EXCLUDED.said);
$$;
REVOKE ALL ON FUNCTION search_keep(search_document[]) FROM PUBLIC;

CREATE FUNCTION record_document(r processing_record) RETURNS search_document
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT ROW(r.id, 'processing-record', r.org_id, r.controller_id, fold_text(concat_ws(' ',
    r.reference, r.activity, r.controller_name,
    CASE WHEN r.capacity = 'controller' THEN translate(r.content ->> 'purposes', '[]",', '') END)))::search_document $$;

CREATE FUNCTION controller_document(c controller) RETURNS search_document
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT ROW(c.id, 'controller', c.org_id, c.id, fold_text(c.legal_name))::search_document $$;

-- In the transaction of each change, in one statement however many rows it changes.
CREATE FUNCTION search_records() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM search_keep((SELECT array_agg(record_document(r)) FROM fresh r));
  ELSE
    PERFORM search_keep((SELECT array_agg(record_document(r)) FROM fresh r JOIN stale s ON s.id = r.id
      WHERE (r.reference, r.activity, r.controller_id, r.controller_name, r.content -> 'purposes') IS DISTINCT FROM
        (s.reference, s.activity, s.controller_id, s.controller_name, s.content -> 'purposes')));
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION search_controllers() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM search_keep((SELECT array_agg(controller_document(c)) FROM fresh c));
  RETURN NULL;
END $$;

CREATE FUNCTION search_forget() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM search_document WHERE subject_id IN (SELECT id FROM stale);
  RETURN NULL;
END $$;

CREATE TRIGGER search_made AFTER INSERT ON processing_record REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_records();
CREATE TRIGGER search_changed AFTER UPDATE ON processing_record REFERENCING NEW TABLE AS fresh OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION search_records();
CREATE TRIGGER search_gone AFTER DELETE ON processing_record REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget();
CREATE TRIGGER search_made AFTER INSERT ON controller REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_controllers();
CREATE TRIGGER search_changed AFTER UPDATE ON controller REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_controllers();
CREATE TRIGGER search_gone AFTER DELETE ON controller REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION search_forget();

-- The condition that every term stands in a document that the scope may see.
CREATE FUNCTION search_condition(terms text[]) RETURNS text
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT format('org_id = %L', app_org()) ||
    CASE app_scope() WHEN 'portal' THEN format(' AND controller_id = %L', app_controller())
      WHEN 'staff' THEN '' WHEN 'auditor' THEN '' ELSE ' AND false' END ||
    coalesce((SELECT string_agg(format(' AND said LIKE %L', '%' || regexp_replace(t, '([\\%_])', '\\\1', 'g') || '%'), '')
      FROM unnest(terms) t), '') $$;

-- Ids of the records or controllers in which every folded term stands: one whose reference or name begins with the
-- first, then in the order of references; `most` of them, or all.
CREATE FUNCTION search_ids(wanted text, terms text[], most int) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT subject_id FROM search_document WHERE noun = %L AND %s
     ORDER BY starts_with(said, %L) DESC, said LIMIT %L',
    wanted, search_condition(terms), terms[1], most);
END $$;

-- The same terms, those that stand nowhere put right by the nearest word of the organisation.
CREATE FUNCTION search_spelling(terms text[]) RETURNS text[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE t text; stands boolean; nearest text; spelt text[] := '{}';
BEGIN
  FOREACH t IN ARRAY terms LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM search_document WHERE %s)', search_condition(ARRAY[t])) INTO stands;
    nearest := NULL;
    IF NOT stands AND length(t) > 3 AND app_scope() IN ('staff', 'auditor') THEN
      SELECT word INTO nearest FROM search_word WHERE org_id = app_org() AND word % t
        ORDER BY similarity(word, t) DESC, word LIMIT 1;
    END IF;
    spelt := spelt || coalesce(nearest, t);
  END LOOP;
  RETURN spelt;
END $$;

REVOKE ALL ON FUNCTION search_ids(text, text[], int), search_spelling(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_ids(text, text[], int), search_spelling(text[]) TO amana_app;

-- What stands already. The owner reads it as a backup does.
SELECT set_config('app.backup', 'on', true);
SELECT search_keep((SELECT array_agg(record_document(r)) FROM processing_record r));
SELECT search_keep((SELECT array_agg(controller_document(c)) FROM controller c));
SELECT set_config('app.backup', '', true);

-- A session with its person and their memberships, in one round trip: every request of a page begins with it. It runs
-- with the rights of whoever calls it, the authentication role, and opens the person's own memberships and no other.
CREATE FUNCTION session_open(hash bytea) RETURNS TABLE (
    id uuid, created_at timestamptz, second_factor_at timestamptz, last_seen_at timestamptz, expires_at timestamptz,
    revoked_at timestamptz, disabled_at timestamptz, person jsonb, memberships jsonb)
  LANGUAGE plpgsql AS $$
DECLARE s session; p person;
BEGIN
  SELECT * INTO s FROM session AS open WHERE open.token_hash = hash;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT * INTO p FROM person AS who WHERE who.id = s.person_id;
  PERFORM set_config('app.person', p.id::text, true);
  RETURN QUERY SELECT s.id, s.created_at, s.second_factor_at, s.last_seen_at, s.expires_at, s.revoked_at, p.disabled_at,
    jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'locale', p.locale),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('memberId', m.id, 'role', m.role, 'name', m.name,
        'org', jsonb_build_object('id', o.id, 'slug', o.slug, 'legalName', o.legal_name, 'city', o.city,
          'requiresSecondFactor', o.requires_second_factor)) ORDER BY m.joined_at), '[]')
      FROM member m JOIN organisation o ON o.id = m.org_id WHERE m.person_id = p.id AND m.ended_at IS NULL);
END $$;
REVOKE ALL ON FUNCTION session_open(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION session_open(bytea) TO amana_auth;
