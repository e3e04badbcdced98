import type { SubjectNoun } from "@/lib/domain/nouns/events";

/** Column by "table.column" that is compared elsewhere, or with nothing, with its reason. */
export const UNCOMPARED_COLUMNS: Readonly<Record<string, string>> = {
  "authorisation.list_digest": "of canonical text, which the database cannot spell: compared by the program",
  "authorisation.scope_digest": "of the sub-processor as asked: compared with the last entry that states it",
  "sub_processor_version.scope_digest": "of a version and of the transfers of its day; the version is bound",
  "call_layout.head": "names the columns of a file, so that a later one is read alike",
  "call_log.head": "names the columns of a file, so that a later one is read alike",
  "call_log.sha256": "the file is not kept: its calls are",
  "choice_check.sha256": "the list is not kept: its answers are counted",
  "consent_file.sha256": "the file is not kept: its choices are",
  "consultation_file.sha256": "the file is not kept: its persons are",
  "decision_reading.digest": "of what a page showed before a signature, which its fact and certificate state",
  "dossier.sha256": "of pieces that may be larger than a value: compared by the program",
  "dossier.manifest_sha256": "of a file in the dossier, whose own digest is compared",
  "import_row.fingerprint": "names the cells of a row, so that a later file finds it again",
  "outbox_fact.digest": "a word that keeps a fact from being noted twice",
  "parental_consent.people_digest": "keyed by the installation's secret, so that nobody guesses a person",
  "returned_mail.digest": "the message is not kept: the facts that it brought are",
};

/** Digests of entries that nothing is compared with, each with its reason. */
export const UNCOMPARED_FIELDS: readonly { noun: SubjectNoun; field: string; why: string }[] = [
  { noun: "choice", field: "person", why: "names a person by a key of the installation's secret" },
  { noun: "journal", field: "hash", why: "is in no entry: the name was left out as that of a secret" },
  { noun: "export", field: "digest", why: "the file was given away and is not kept" },
  { noun: "import", field: "sha256", why: "the file that was read in is not kept: its rows are" },
  { noun: "import", field: "digest", why: "the register that was read in is not kept: its rows are" },
];
