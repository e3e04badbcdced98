import { itemAt } from "@/lib/domain/invariant/required";
import { SCOPE_KINDS, type ScopeFinding, type ScopeKind } from "./scope";

/** Matter that nothing covers, with the entries that state it. */
export type ScopeGroup<R> = {
  kind: ScopeKind;
  article: string;
  /** Words of the entries; null where the reason is that no contract is in force. */
  stated: string | null;
  /** False where a person must compare it. */
  isCompared: boolean;
  records: R[];
};

/**
 * Findings of several entries gathered by what they are about: what weighs most first (no contract, a country, a
 * sub-processor), then what most entries say.
 */
export function groupFindings<R>(
  found: readonly { record: R; findings: readonly ScopeFinding[] }[],
): ScopeGroup<R>[] {
  const groups = new Map<string, ScopeGroup<R>>();
  for (const { record, findings } of found)
    for (const { kind, article, stated, isCompared } of findings)
      for (const words of stated.length > 0 ? stated : [null]) {
        const key = `${kind} ${isCompared} ${words}`;
        const group = groups.get(key) ?? { kind, article, stated: words, isCompared, records: [] };
        groups.set(key, { ...group, records: [...group.records, record] });
      }
  return [...groups.values()].toSorted(
    (one, other) =>
      weight(one) - weight(other) ||
      Number(other.isCompared) - Number(one.isCompared) ||
      other.records.length - one.records.length,
  );
}

/** Controllers whose first finding weighs most come first; of two alike, the one with more findings. */
export function compareGroups(
  one: readonly ScopeGroup<unknown>[],
  other: readonly ScopeGroup<unknown>[],
): number {
  return weight(itemAt(one, 0)) - weight(itemAt(other, 0)) || other.length - one.length;
}

function weight({ kind }: Pick<ScopeGroup<unknown>, "kind">): number {
  return SCOPE_KINDS.indexOf(kind);
}
