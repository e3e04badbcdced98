import type { Actor } from "@/lib/domain/access/actor";
import type { Ctx } from "@/lib/platform/request/context";

/** Returns the author: the member's id, which outlasts a change of name, and the name at the time. */
export function authorOf(actor: Actor): { authorId: string | null; authorName: string } {
  return {
    authorId: actor.kind === "staff" ? actor.memberId : null,
    authorName: "name" in actor ? actor.name : "",
  };
}

/** Part of a context that every version and fact records. */
export type Recorder = Pick<Ctx, "actor" | "now"> & { scope: { org: string } };

/** Returns organisation, instant and author, which every version and every dated fact stores. */
export function recordedBy({ actor, scope, now }: Recorder) {
  return { orgId: scope.org, recordedAt: now, ...authorOf(actor) };
}
