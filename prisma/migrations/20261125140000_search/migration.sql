-- A text as it is looked for: without its accents, in small letters. The same letters as lib/domain/search/terms.ts.
CREATE FUNCTION fold_text(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT replace(replace(translate(lower(said),
    'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ’أإآٱ', 'aaaaaaceeeeiiiinooooouuuuyy''اااا'), 'œ', 'oe'), 'æ', 'ae') $$;

-- The journal by person and by noun, newest first.
CREATE INDEX "journal_text_org_id_actor_id_seq_idx" ON "journal_text"("org_id", "actor_id", "seq" DESC);
CREATE INDEX "journal_text_org_id_noun_seq_idx" ON "journal_text"("org_id", "noun", "seq" DESC);
CREATE INDEX "journal_entry_org_id_recorded_at_idx" ON "journal_entry"("org_id", "recorded_at");
