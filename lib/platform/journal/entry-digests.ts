import type { SubjectNoun } from "@/lib/domain/nouns/events";

/** Digest of what an auditor was given, of the rows `audit_row` of one grant. */
export const AUDIT_DIGEST = `'rows:' || encode(sha256(convert_to(coalesce(string_agg(
  encode(sha256(convert_to(jsonb_build_array(section, seq, cells, data)::text, 'UTF8')), 'hex'), E'\\n'
  ORDER BY section COLLATE "C", seq), ''), 'UTF8')), 'hex')`;

/**
 * A digest that entries about a noun state in a field, and the rows that it is compared with. `rows` selects `org`, `key` and
 * `digest`; `key` says of the entry `s` (`subject`, `after`, `value`) which of them it names.
 */
export type EntryDigest = {
  noun: SubjectNoun;
  field: string;
  /** Events whose entries mean these rows; all that state the field where absent. */
  events?: readonly string[];
  /** The row that an entry names: its table, and its key there. A row that was deleted by an entry is not missed. */
  table: string;
  key: string;
  /** Names the rows of `rows` otherwise than by the key of the table. */
  match?: string;
  rows: string;
  /** The row changes: the last entry of a subject alone says what stands. */
  isLast?: true;
  /** Digests that begin with this word; those of an older Amana have none, and were made of what no row keeps. */
  prefix?: string;
};

const stored = (table: string, column: string, key = "id::text") =>
  `SELECT org_id AS org, ${key} AS key, ${column} AS digest FROM ${table}`;
const sha256Of = (text: string) => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;
const bySubject = "s.subject";

/** The lines whose digest seals a batch of looks, as `batchText` spells them: RFC 8785, members in their order. */
const LOOKS = `SELECT org_id AS org, batch_id::text AS key, ${sha256Of(`string_agg(
    '{"at":"' || to_char(looked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","contactId":'
    || to_json(coalesce(contact_id, grant_id)::text)::text || ',"id":' || to_json(id::text)::text || ',"label":'
    || to_json(label)::text || ',"noun":' || to_json(noun)::text || ',"subjectId":' || to_json(subject_id::text)::text || '}',
    E'\\n' ORDER BY id)`)} AS digest
  FROM access_look WHERE batch_id IS NOT NULL GROUP BY 1, 2`;

const ofDossier = (field: string, column: string): EntryDigest => ({
  noun: "dossier",
  field,
  table: "dossier",
  key: bySubject,
  rows: stored("dossier", column),
});

/** Comparisons of the digests that entries hold with the documents, texts, lists and rows that they are digests of. */
export const ENTRY_DIGESTS: readonly EntryDigest[] = [
  {
    noun: "access-log",
    field: "digest",
    table: "access_look",
    key: bySubject,
    rows: LOOKS,
  },
  {
    noun: "attachment",
    field: "digest",
    table: "attachment",
    key: bySubject,
    rows: stored("attachment", "sha256"),
  },
  {
    noun: "audit",
    field: "digest",
    table: "audit_grant",
    key: bySubject,
    rows: `SELECT g.org_id AS org, g.id::text AS key, (SELECT ${AUDIT_DIGEST} FROM audit_row r WHERE r.grant_id = g.id) AS digest
      FROM audit_grant g WHERE g.collected_at IS NOT NULL`,
    prefix: "rows:",
  },
  ...(["text", "list"] as const).map((of): EntryDigest => ({
    noun: "authorisation",
    field: `${of}Digest`,
    table: "authorisation",
    key: bySubject,
    rows: stored("authorisation", `${of}_digest`),
  })),
  {
    noun: "authorisation",
    field: "scopeDigest",
    table: "authorisation",
    key: bySubject,
    rows: stored("authorisation", "scope_digest"),
    isLast: true,
  },
  {
    noun: "breach-notice",
    field: "contentDigest",
    table: "breach_notice",
    key: bySubject,
    rows: stored("breach_notice", "content"),
    isLast: true,
    prefix: "jcs:",
  },
  {
    noun: "breach-notice",
    field: "digest",
    table: "attachment",
    key: "s.after ->> 'documentId'",
    rows: stored("attachment", "sha256"),
  },
  {
    noun: "call-log",
    field: "sha256",
    table: "call_log",
    key: bySubject,
    rows: stored("call_log", "sha256"),
  },
  {
    noun: "call-log",
    field: "findingsDigest",
    table: "call_log",
    key: bySubject,
    rows: `SELECT DISTINCT ON (org_id, log_id) org_id AS org, log_id::text AS key, findings AS digest
      FROM call_log_judgement ORDER BY org_id, log_id, recorded_at DESC, id DESC`,
    isLast: true,
    prefix: "jcs:",
  },
  {
    noun: "call-script",
    field: "textDigest",
    table: "call_script",
    key: bySubject,
    match: "s.subject || ':' || (s.after ->> 'edition')",
    rows: `SELECT DISTINCT org_id AS org, call_script_id || ':' || edition AS key, digest FROM call_script_request`,
  },
  {
    noun: "choice",
    field: "wordingSha256",
    table: "consent_collection",
    key: bySubject,
    rows: stored("consent_collection", "wording_sha256"),
  },
  {
    noun: "choice",
    field: "sha256",
    events: ["choice.list-checked"],
    table: "choice_check",
    key: bySubject,
    rows: stored("choice_check", "sha256"),
  },
  {
    noun: "choice",
    field: "sha256",
    events: ["choice.file-received"],
    table: "consent_collection",
    key: bySubject,
    match: "s.subject || ':' || s.value",
    rows: stored("consent_file", "sha256", "collection_id || ':' || sha256"),
  },
  {
    noun: "contact",
    field: "messageDigest",
    table: "controller_contact",
    key: bySubject,
    match: bySubject,
    rows: stored("contact_proof", "message_digest", "contact_id::text"),
  },
  {
    noun: "consultation",
    field: "sha256",
    table: "consultation",
    key: bySubject,
    match: "s.subject || ':' || s.value",
    rows: `SELECT DISTINCT org_id AS org, consultation_id || ':' || sha256 AS key, sha256 AS digest FROM consultation_file`,
  },
  {
    noun: "contract-end",
    field: "digest",
    table: "attachment",
    key: "s.after ->> 'documentId'",
    rows: stored("attachment", "sha256"),
  },
  ofDossier("digest", "sha256"),
  ofDossier("manifest", "manifest_sha256"),
  ofDossier("fingerprint", "key_fingerprint"),
  {
    noun: "instruction",
    field: "textDigest",
    table: "instruction",
    key: bySubject,
    rows: stored("instruction", "text_digest"),
  },
  {
    noun: "journal",
    field: "digest",
    table: "journal_entry",
    key: "s.after ->> 'seq'",
    rows: stored("journal_entry", "encode(h, 'hex')", "seq::text"),
  },
  {
    noun: "journal",
    field: "answerDigest",
    table: "journal_stamp",
    key: bySubject,
    rows: stored("journal_stamp", "encode(sha256(answer), 'hex')"),
  },
  {
    noun: "thread",
    field: "digest",
    table: "thread_message",
    key: "s.subject || ':' || (s.after ->> 'number')",
    rows: stored("thread_message", sha256Of("text"), "thread_id || ':' || number"),
  },
];
