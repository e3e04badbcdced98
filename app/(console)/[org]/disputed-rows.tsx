import { Disputed, DisputedList } from "@/components/shell/disputed";
import { Line } from "@/components/shell/sheet";
import type { AnyNoun } from "@/lib/domain/nouns/nouns";
import { loadDisputed } from "@/lib/features/journal/loaders";

type DisputedRowsProps<Row> = {
  org: string;
  noun: AnyNoun["id"];
  rows: readonly Row[];
  nameOf: (row: Row) => string;
};

/** Names above a list the rows on its page that do not agree with the journal. */
export async function DisputedRows<Row extends { id: string }>(props: DisputedRowsProps<Row>) {
  const { org, noun, rows, nameOf } = props;
  const disputed = await loadDisputed(
    org,
    noun,
    rows.map(({ id }) => id),
  );
  if (disputed.size === 0) return null;
  return (
    <Line>
      <DisputedList names={rows.filter(({ id }) => disputed.has(id)).map(nameOf)} />
    </Line>
  );
}

/** Says above the sheet of one thing that its rows do not agree with the journal. */
export async function DisputedSheet({ org, noun, id }: { org: string; noun: AnyNoun["id"]; id: string }) {
  const disputed = await loadDisputed(org, noun, [id]);
  if (disputed.size === 0) return null;
  return (
    <Line>
      <Disputed isDisputed />
    </Line>
  );
}
