import { NOUN_TABLES } from "@/lib/domain/nouns/tables";

/** A table whose rows the journal binds: its key, and the one column that may be set after a row was written. */
export type EvidenceTable = { name: string; key: readonly string[]; changeable: string };

const versions = (name: string, key: string): EvidenceTable => ({
  name,
  key: [key, "version"],
  changeable: "superseded_at",
});
const rows = (name: string, ...key: string[]): EvidenceTable => ({
  name,
  key: key.length > 0 ? key : ["id"],
  changeable: "",
});

/** Mirrors the tables admitted by `evidence_admit`; a test compares it with the database's triggers. */
export const EVIDENCE_TABLES: readonly EvidenceTable[] = [
  versions("organisation_version", "org_id"),
  versions("controller_version", "controller_id"),
  versions("record_version", "record_id"),
  versions("contract_version", "contract_id"),
  versions("instruction_version", "instruction_id"),
  versions("transfer_version", "transfer_id"),
  versions("sub_processor_version", "sub_processor_id"),
  rows("record_state_fact"),
  rows("contract_fact"),
  rows("contract_end_fact"),
  rows("instruction_fact"),
  rows("transfer_fact"),
  rows("sub_processor_fact"),
  rows("authorisation_fact"),
  rows("breach_fact"),
  rows("breach_notice_fact"),
  rows("outbox_fact"),
  rows("attachment"),
  rows("attachment_chunk", "attachment_id", "seq"),
  rows("attachment_withdrawal", "attachment_id"),
  rows("attachment_closure", "attachment_id", "number"),
  rows("contract_end_certificate"),
  rows("controller_merge"),
  rows("controller_merge_undo", "merge_id"),
  rows("decision_certificate"),
  rows("thread_message", "thread_id", "number"),
  { name: "access_look", key: ["id"], changeable: "batch_id" },
  { name: "journal_key", key: ["id"], changeable: "retired_at" },
  rows("journal_publication"),
  rows("journal_stamp"),
  ...NOUN_TABLES.flatMap((table) => {
    if (table.kind === "row") return [];
    return table.kind === "version" ? versions(table.name, table.of) : rows(table.name);
  }),
];
