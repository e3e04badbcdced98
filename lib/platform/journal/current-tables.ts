import { NOUN_TABLES } from "@/lib/domain/nouns/tables";

/**
 * A table whose rows change. Each state of a row is a line in `row_line`; `needsEntry` says that no state may come about
 * without an entry of the journal in the same transaction. The states of the other tables (letters under way, logs of
 * visits, figures of a day) are bound by the next sealing.
 */
export type CurrentTable = {
  name: string;
  needsEntry: boolean;
  /** Columns computed from other rows and from the day, which may change without one. */
  computed: readonly string[];
};

const ASSESSED = ["required_gaps", "advisable_gaps", "gap_codes", "rules_version"];
/** Says what `row_computed` says; a test compares the two. */
const COMPUTED: Readonly<Record<string, readonly string[]>> = {
  authorisation: ["controller_name"],
  contract: [
    "state",
    "ends_on",
    "renews",
    "deadline_on",
    "controller_name",
    "changes_on",
    "binds_until",
    ...ASSESSED,
  ],
  processing_record: [
    "activity",
    "countries",
    "instruments",
    "measure_ids",
    "sub_processor_ids",
    "contract_ids",
    "transfer_ids",
    "procedure_id",
    "controller_name",
    "reviewed_on",
    "review_due_on",
    ...ASSESSED,
  ],
  sub_processor: ASSESSED,
  transfer: ["controller_name", ...ASSESSED],
};

const tableOf = (name: string, needsEntry: boolean): CurrentTable => ({
  name,
  needsEntry,
  computed: COMPUTED[name] ?? [],
});

const entered = (...names: string[]) => names.map((name) => tableOf(name, true));
const sealed = (...names: string[]) => names.map((name) => tableOf(name, false));

const OF_NOUNS = NOUN_TABLES.flatMap((table) =>
  table.kind === "row" ? tableOf(table.name, table.sealed === undefined) : [],
);

/**
 * Tables whose states come about without an entry of their own, each with its reason: jobs, visits and acts of strangers. The
 * sealing of the day binds them; a table is never here because an entry was forgotten.
 */
export const SEALED_TABLES: Readonly<Record<string, string>> = {
  audit_grant: "a job collects what it covers, under a lease",
  audit_row: "a job collects it",
  audit_section: "a job collects it",
  calendar_feed: "made and revoked by its own act, whose read counts stand beside it",
  calendar_feed_read: "each fetch of a feed counts",
  call_layout: "remembers the columns of a file when it is read again",
  call_log: "a job reads and judges it, under a lease",
  call_log_part: "calls of a log, deleted on their day by a job",
  compliance_day: "a job stores the figures of each day",
  controller_contact: "each visit is noted; its person, role and sight change with an entry",
  controller_spelling: "follows the names of its controller",
  decision_reading: "each page shown to sign leaves one, used once",
  dossier: "a job makes it, under a lease",
  dossier_chunk: "bytes that a job stores",
  example_row: "marks what the example brought",
  form_submission: "outcome of a form, so that it is not run twice",
  import_mapping: "remembers the columns of a workbook",
  import_row: "cells of a file that is being read",
  import_run: "a file that is being read",
  instruction_series: "numbers of a controller, taken as they are given",
  invitation: "accepted by its person at sign-in",
  logged_call: "a call of a log, deleted on its day by a job",
  member: "accepted and left by its person; its role changes with an entry",
  outbox_mail: "a letter under way: each attempt changes it",
  public_subscriber: "strangers subscribe and leave",
  record_assessment: "gaps that a job computes",
  reminder: "a job notes that it reminded",
  returned_mail: "a job reads it from a mailbox",
  thread: "counts its messages, which are evidence",
  thread_read: "each reading is noted",
  watch_entry: "a job reads it from a feed",
  watch_feed: "a job notes when it read the feed",
  weekly_letter: "a job notes that it decided",
};

const OTHERS: readonly CurrentTable[] = [
  ...entered(
    "authorisation",
    "authorisation_condition",
    "breach",
    "breach_controller",
    "breach_notice",
    "contract",
    "contract_end",
    "contract_end_line",
    "contract_instructor",
    "controller",
    "instruction",
    "night_contact",
    "organisation",
    "processing_record",
    "sub_processor",
    "transfer",
  ),
  ...sealed(...Object.keys(SEALED_TABLES)),
];

/** Mirrors the tables admitted by `row_bind`; a test compares it with the database's triggers. */
export const CURRENT_TABLES: readonly CurrentTable[] = [
  ...OF_NOUNS,
  ...OTHERS.filter(({ name }) => !OF_NOUNS.some((noun) => noun.name === name)),
];
