import { decide } from "@/lib/domain/processing-record/lifecycle";
import { lastDay } from "@/lib/domain/time/partial-date";
import type { FieldChange } from "./field-changes";
import type { Doubt, KnownRecord, RowReading } from "./types";

type EndingRow = {
  fingerprint: string;
  content: RowReading["content"];
  changes: FieldChange[];
  doubts: Doubt[];
  proposedEnd: string | null;
  acceptsEnd: boolean;
};

type EndDecisions = {
  today: string;
  decisions: { rows: Readonly<Record<string, { acceptEnd?: boolean }>> };
};

/** A past end proposes the state "ended": shown and ticked, and a person may untick it. */
export function proposeEnd<R extends EndingRow>(input: EndDecisions, row: R, known: KnownRecord | null): R {
  const end = row.content.endsOn && lastDay(row.content.endsOn);
  const isNews = !known || row.changes.some(({ field }) => field === "endsOn");
  if (!end || end >= input.today || !isNews || known?.state === "ended") return row;
  const event = { kind: "end", on: end, reason: "the file" } as const;
  if (known && !decide(known.state, event, { today: input.today, since: known.stateSince }).ok) {
    return {
      ...row,
      doubts: [...row.doubts, { field: "endsOn", key: "endBeforeState", params: { date: end } }],
    };
  }
  return { ...row, proposedEnd: end, acceptsEnd: input.decisions.rows[row.fingerprint]?.acceptEnd ?? true };
}
