import { groupBy } from "@/lib/domain/invariant/group-by";
import { entryOf, itemAt } from "@/lib/domain/invariant/required";
import { foldedWords } from "@/lib/domain/text/vagueness";
import type { Doubt, KnownRecord } from "./types";

/** Identity of a row: its reference ("" when none), its planned controller and its category. */
export type RowIdentity = { fingerprint: string; reference: string; controllerKey: string; activity: string };

export type Identified = { record: KnownRecord | null; doubts: Doubt[] };

type Known = {
  records: readonly KnownRecord[];
  remembered: ReadonlyMap<string, { recordId: string | null }>;
};

/**
 * The record each row speaks of, in the order of the rows. One record answers to one row, the surest first: what this
 * very row became before, then a reference that is unique in the file, then controller and category where one row and
 * one record are left. What is not sure is a new record and a doubt, never a change of somebody else's.
 */
export function identifyRows(rows: readonly RowIdentity[], { records, remembered }: Known): Identified[] {
  const found: Identified[] = rows.map(() => ({ record: null, doubts: [] }));
  const claimed = new Set<string>();
  const claim = (index: number, record: KnownRecord | undefined) => {
    if (!record || claimed.has(record.id) || itemAt(found, index).record) return;
    claimed.add(record.id);
    itemAt(found, index).record = record;
  };
  const byId = groupBy(records, ({ id }) => id);
  rows.forEach((row, index) => claim(index, byId.get(remembered.get(row.fingerprint)?.recordId ?? "")?.[0]));

  const byReference = groupBy(records, ({ reference }) => reference);
  const rowsByReference = groupBy(rows, ({ reference }) => reference);
  const hasOwnReference = ({ reference }: RowIdentity) =>
    reference !== "" && entryOf(rowsByReference, reference).length === 1;
  rows.forEach((row, index) => {
    const record = hasOwnReference(row) ? byReference.get(row.reference)?.[0] : undefined;
    if (!record || itemAt(found, index).record) return;
    if (isAnothers(row, record)) itemAt(found, index).doubts.push(doubtOf("referenceUsed", row.reference));
    else claim(index, record);
  });

  const byCategory = groupBy(records, ({ controllerId, content }) =>
    categoryKey(`known:${controllerId}`, content.activity),
  );
  const keyOfRow = (row: RowIdentity) => categoryKey(row.controllerKey, row.activity);
  const left = rows.filter((_, index) => !itemAt(found, index).record);
  const leftByCategory = groupBy(left, keyOfRow);
  rows.forEach((row, index) => {
    const alike = (byCategory.get(keyOfRow(row)) ?? []).filter(({ id }) => !claimed.has(id));
    if (itemAt(found, index).record || alike.length === 0) return;
    const isOnly = alike.length === 1 && entryOf(leftByCategory, keyOfRow(row)).length === 1;
    if (isOnly && !hasOwnReference(row)) claim(index, alike[0]);
    else
      itemAt(found, index).doubts.push(
        doubtOf("sameCategory", alike.map(({ reference }) => reference).join(", ")),
      );
  });
  return found;
}

/** A reference that now stands for another client and another category is no identity. */
function isAnothers({ controllerKey, activity }: RowIdentity, record: KnownRecord): boolean {
  return controllerKey !== `known:${record.controllerId}` && fold(activity) !== fold(record.content.activity);
}

function doubtOf(key: string, text: string): Doubt {
  return { field: "reference", key, params: { text } };
}

function categoryKey(controllerKey: string, activity: string): string {
  return `${controllerKey} ${fold(activity)}`;
}

function fold(text: string): string {
  return foldedWords(text).join(" ");
}
