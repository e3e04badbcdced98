/** Digest in a column, in hex, and the expression that makes it again of what it was made of; null says nothing to compare. */
export type ColumnDigest = { table: string; column: string; key?: string; from: string; of: string };

const textOf = (column: string) => `encode(sha256(convert_to(${column}, 'UTF8')), 'hex')`;
const bytesOf = (column: string) => `encode(sha256(${column}), 'hex')`;
/** Names the table once where its digest is of a column beside it. */
const beside = (table: string, column: string, of: string): ColumnDigest => ({
  table,
  column,
  from: `${table} t`,
  of,
});

/** Columns that hold a digest, and what they are compared with, in the database's own words. */
export const COLUMN_DIGESTS: readonly ColumnDigest[] = [
  beside("authorisation", "text_digest", textOf("t.text")),
  beside("instruction", "text_digest", textOf("t.text")),
  beside("call_script_request", "digest", textOf("t.text")),
  beside("consent_collection", "wording_sha256", textOf("t.wording")),
  beside("contact_proof", "message_digest", bytesOf("t.message")),
  beside("contact_objection", "message_digest", bytesOf("t.message")),
  beside("import_run", "sha256", bytesOf("t.bytes")),
  { ...beside("attachment_chunk", "sha256", bytesOf("t.bytes")), key: "t.attachment_id || ':' || t.seq" },
  {
    table: "attachment",
    column: "sha256",
    from: `attachment t LEFT JOIN (SELECT org_id, attachment_id, string_agg(bytes, '' ORDER BY seq) AS bytes
      FROM attachment_chunk GROUP BY 1, 2) AS c ON c.org_id = t.org_id AND c.attachment_id = t.id`,
    of: bytesOf("coalesce(c.bytes, '')"),
  },
  ...["decision_certificate", "contract_end_certificate"].map((table) => ({
    table,
    column: "digest",
    from: `${table} t LEFT JOIN attachment a ON a.org_id = t.org_id AND a.id = t.document_id`,
    of: "a.sha256",
  })),
  // A fact says which text and list its author had before him.
  ...["text_digest", "list_digest"].map((column) => ({
    table: "authorisation_fact",
    column,
    from: "authorisation_fact t LEFT JOIN authorisation o ON o.org_id = t.org_id AND o.id = t.authorisation_id",
    of: `o.${column}`,
  })),
  {
    table: "call_script_decision",
    column: "digest",
    from: "call_script_decision t LEFT JOIN call_script_request r ON r.org_id = t.org_id AND r.id = t.request_id",
    of: "r.digest",
  },
  {
    table: "sub_processor",
    column: "scope_digest",
    from: `sub_processor t LEFT JOIN sub_processor_version v
      ON v.org_id = t.org_id AND v.sub_processor_id = t.id AND v.superseded_at IS NULL`,
    of: "v.scope_digest",
  },
  {
    table: "dossier",
    column: "key_fingerprint",
    from: `dossier t LEFT JOIN LATERAL (SELECT ${bytesOf("decode(k.public_key, 'base64')")} AS digest FROM journal_key k
      WHERE k.org_id = t.org_id) AS k ON k.digest = t.key_fingerprint`,
    of: "k.digest",
  },
];
