import type { ReactNode } from "react";
import { ChangeMark } from "@/components/portal/change-mark";
import { DisputedMark } from "@/components/shell/disputed";
import type { PortalList } from "@/lib/domain/nouns/portal-lists";
import { loadPortalDisputed } from "@/lib/features/journal/loaders";
import { loadVisit } from "@/lib/features/portal/loaders";

/** Marks rows that do not agree with the journal, and those that are new or changed since the contact's previous visit. */
export async function rowMarks(
  contact: string,
  noun: PortalList,
  rows: readonly { id: string }[],
): Promise<(id: string) => ReactNode> {
  const disputed = await loadPortalDisputed(
    contact,
    noun,
    rows.map(({ id }) => id),
  );
  const { changes } = await loadVisit(contact);
  const changeOf = new Map(changes.map(({ id, change }) => [id, change]));
  return function markOf(id) {
    const change = changeOf.get(id);
    if (disputed.has(id)) return <DisputedMark />;
    return change && <ChangeMark of={change} />;
  };
}
