import { defineDocument } from "@/lib/platform/versioned/define-document";
import { findCallScript, type CallScriptRow } from "@/lib/features/call-script/read/queries";

type CallScriptFields = Omit<CallScriptRow, "id" | "version" | "controller">;

export const callScriptDocument = defineDocument<CallScriptRow, CallScriptFields>()({
  noun: "call-script",
  table: "call_script",
  versions: "call_script_version",
  facts: "call_script_fact",
  key: "callScriptId",
  find: findCallScript,
  versionOf: (row, change: "created" | "saved" | "moved") => ({
    change,
    reference: row.reference,
    title: row.title,
    state: row.state,
    edition: row.edition,
    snapshot: flattenScript(row),
  }),
  flatten: flattenScript,
  labelOf: ({ reference, title }) => `${reference} · ${title}`,
});

function flattenScript(row: CallScriptRow) {
  const { controllerId, title, sector, language, isRecorded, text, edition, state, usedEdition } = row;
  return { controllerId, title, sector, language, isRecorded, text, edition, state, usedEdition };
}
