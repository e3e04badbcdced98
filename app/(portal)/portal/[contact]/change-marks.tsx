import type { ReactNode } from "react";
import { ChangeMark } from "@/components/portal/change-mark";
import { loadVisit } from "@/lib/features/portal/loaders";

/** Marks rows that are new or changed since the contact's previous visit; other rows have no mark. */
export async function changeMarks(contact: string): Promise<(id: string) => ReactNode> {
  const { changes } = await loadVisit(contact);
  const changeOf = new Map(changes.map(({ id, change }) => [id, change]));
  return function markOf(id) {
    const change = changeOf.get(id);
    return change && <ChangeMark of={change} />;
  };
}
