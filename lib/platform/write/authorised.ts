import { can, type Act } from "@/lib/domain/nouns/policy";
import type { Ctx } from "@/lib/platform/request/context";

declare const authorised: unique symbol;

/** A context whose actor holds the right of the act that runs in it. `write` takes no other, so no verb forgets to ask. */
export type Authorised<C extends Ctx = Ctx> = C & { readonly [authorised]: true };

/** Asks the table of rights, and tells the compiler of the answer. */
export function isAuthorised<C extends Ctx>(ctx: C, act: Act): ctx is Authorised<C> {
  return can(ctx.actor, act);
}

/** Names a change that needs no right: the product itself journals what it saw or did. */
export function withoutRight<C extends Ctx>(ctx: C): Authorised<C> {
  return ctx as Authorised<C>;
}
