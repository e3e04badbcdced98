import type { Actor } from "@/lib/domain/access/actor";
import type { Ctx } from "@/lib/platform/request/context";

/** Who made what is kept: the member, whoever it is called later, and the name as it was then. */
export function authorOf(actor: Actor): { authorId: string | null; authorName: string } {
  return {
    authorId: actor.kind === "staff" ? actor.memberId : null,
    authorName: "name" in actor ? actor.name : "",
  };
}

/** What every version and every dated fact says of its making: where, when and by whom. */
export function recordedBy({ actor, scope, now }: Ctx) {
  return { orgId: scope.org, recordedAt: now, ...authorOf(actor) };
}
