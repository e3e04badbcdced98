import { can } from "@/lib/domain/nouns/policy";
import type { ViewMember } from "@/lib/domain/saved-view/saved-view";
import type { StaffCtx } from "@/lib/platform/request/context";

/** Reads what whoever asks may do with views. */
export function viewMemberOf({ actor }: StaffCtx): ViewMember {
  return {
    id: actor.memberId,
    mayShare: can(actor, "saved-view.share"),
    maySteward: can(actor, "saved-view.steward"),
  };
}
