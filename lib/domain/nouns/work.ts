import type { Role } from "@/lib/domain/access/actor";
import type { EventRule, Placement } from "./noun";
import { EVERYONE } from "./roles";

/** Fields of a dated fact, whatever work of the DPO it is about. */
export const FACT_FIELDS = ["event", "on", "detail", "reason", "nextOn", "amount"] as const;

type Work<Id extends string, Place extends string> = {
  id: Id;
  /** Its list, below the pages of the DPO. */
  segment: string;
  writers: readonly Role[];
  /** Place of the palette where one is begun. */
  place: Place;
};

/** Declares what every noun of the DPO's work has. */
export function workOf<const Id extends string, const Place extends string>(work: Work<Id, Place>) {
  const { id, segment, writers, place } = work;
  return {
    id,
    acts: {
      [`${id}.read`]: { staff: EVERYONE, jobs: ["contract-reminder"] },
      [`${id}.write`]: { staff: writers },
      // TypeScript reads a computed name as any string.
    } as Record<`${Id}.read` | `${Id}.write`, Placement>,
    events: eventsOf(id, ["created", "updated", "recorded"]),
    fieldWords: `dpo-work.fields.${id}`,
    documents: [{ subject: id, read: `${id}.read`, write: `${id}.write`, segment: `dpo/${segment}` }],
    isSearched: true,
    found: "work",
    places: [{ id: place, segment: `/dpo/${segment}/new`, needs: `${id}.write` }],
  } as const;
}

/** Declares the same of one that has lines: findings, tasks or versions. */
export function linedWorkOf<const Id extends string, const Place extends string>(work: Work<Id, Place>) {
  const events = eventsOf(work.id, ["created", "updated", "recorded", "line-added", "line-changed"]);
  return { ...workOf(work), events };
}

function eventsOf<Id extends string, const Name extends string>(id: Id, names: readonly Name[]) {
  // TypeScript reads the names of such an object as any string.
  return Object.fromEntries(names.map((name) => [`${id}.${name}`, {}])) as Record<`${Id}.${Name}`, EventRule>;
}
