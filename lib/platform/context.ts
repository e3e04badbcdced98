import type { Actor, StaffActor } from "@/lib/domain/access/actor";
import type { OrgScope } from "@/lib/domain/access/scope";

/** What every verb and loader receives: who acts, within what, at which instant. */
export type Ctx<A extends Actor = Actor> = { actor: A; scope: OrgScope; now: Date };

export type StaffCtx = Ctx<StaffActor>;
