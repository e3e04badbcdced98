import type { Changing } from "@/lib/domain/internal-note/notes";
import { can } from "@/lib/domain/nouns/policy";
import type { StaffCtx } from "@/lib/platform/request/context";

/** Reads whoever asks as one who may withdraw the notes of others or not. */
export function changingBy({ actor }: StaffCtx): Changing {
  return { id: actor.memberId, isSteward: can(actor, "member.manage") || actor.role === "dpo" };
}
