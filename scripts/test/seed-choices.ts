import type { OrgScope } from "@/lib/domain/access/scope";
import { execute } from "./cluster";
import type { FreshDatabase } from "./fresh-database";

/** State of the statistics while a large file comes in: of no row, or of the few rows of before. */
export const STALE_STATISTICS = ["none", "of few rows"] as const;

/** Holds the statistics as they are before many rows are written; nothing renews them in the background. */
export function holdStatistics({ ownerUrl }: FreshDatabase, state: (typeof STALE_STATISTICS)[number]) {
  const tables = ["choice", "consultation_person", "consent_file"];
  const held = tables.map((table) => `ALTER TABLE ${table} SET (autovacuum_enabled = off)`);
  return execute(ownerUrl, ...held, ...(state === "none" ? [] : ["ANALYZE"]));
}

/** Writes, beside each file of consents and each consultation, so many persons with one choice each. */
export function seedChoices({ ownerUrl }: FreshDatabase, { org }: OrgScope, people: number) {
  return execute(
    ownerUrl,
    `SELECT set_config('app.org', '${org}', false), set_config('app.scope', 'staff', false)`,
    `INSERT INTO choice (id, org_id, controller_id, person_key, act, purpose, outcome, decided_at, source, proof,
       valid_until, recorded_at, author_name, consent_file_id)
     SELECT gen_random_uuid(), f.org_id, k.controller_id, sha256(('consent' || n)::bytea), 'telephone', '', 'allowed',
       '2026-10-01', 'file', 'FORM', '2027-09-30', '2026-11-01', '', f.id
     FROM consent_file f JOIN consent_collection k ON k.id = f.collection_id, generate_series(1, ${people}) n`,
    `WITH p AS (
       INSERT INTO consultation_person (id, org_id, consultation_id, person_key, contact_sealed, has_number, has_email,
         language, asked, token_hash, added_at)
       SELECT gen_random_uuid(), c.org_id, c.id, sha256(('answer' || n)::bytea), 'x', true, false, 'fr', '{0}',
         sha256(('token' || n)::bytea), '2026-11-01'
       FROM consultation c, generate_series(1, ${people}) n RETURNING *)
     INSERT INTO choice (id, org_id, controller_id, person_key, act, purpose, outcome, decided_at, source, proof,
       recorded_at, author_name, consultation_person_id)
     SELECT gen_random_uuid(), p.org_id, c.controller_id, p.person_key, 'telephone', '', 'allowed', '2026-11-02', 'form', '',
       '2026-11-02', '', p.id
     FROM p JOIN consultation c ON c.id = p.consultation_id`,
  );
}
