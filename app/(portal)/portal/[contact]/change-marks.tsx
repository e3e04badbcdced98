import type { ReactNode } from "react";
import { ChangeMark } from "@/components/portal/change-mark";
import { loadVisit } from "@/lib/features/portal/loaders";

/** Marks the rows of a list that are new or changed since the visit before this one; the others bear nothing. */
export async function changeMarks(contact: string): Promise<(id: string) => ReactNode> {
  const { changes } = await loadVisit(contact);
  const changeOf = new Map(changes.map(({ id, change }) => [id, change]));
  return function markOf(id) {
    const change = changeOf.get(id);
    return change && <ChangeMark of={change} />;
  };
}
