import type { Actor } from "@/lib/domain/access/actor";
import type { Placement } from "./noun";
import { NOUNS, type NamesOf } from "./nouns";

/** Acts of every noun. */
export type Act = NamesOf<"acts">;

/** Access policy by act; an absent cell refuses. */
const POLICY: Record<Act, Placement> = Object.assign({}, ...NOUNS.map(({ acts }) => acts));

export const ACTS = Object.keys(POLICY) as [Act, ...Act[]];

/** True when the table says yes. Which rows are reached is the scope's matter, not this one's. */
export function can(actor: Actor, act: Act): boolean {
  const { staff, contact, auditor, jobs, setup, subject } = POLICY[act];
  switch (actor.kind) {
    case "staff":
      return staff?.includes(actor.role) ?? false;
    case "controller-contact":
      return contact?.includes(actor.role) ?? false;
    case "auditor":
      return auditor === true && actor.covers.length > 0;
    case "data-subject":
      return subject ?? false;
    case "system":
      return jobs?.includes(actor.job) ?? false;
    case "setup":
      return setup ?? false;
  }
}
