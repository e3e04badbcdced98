import { invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import { canSend } from "./transport";

/**
 * A verb that invites somebody outside by letter, refused while no mail server is set: the letter would wait, and its link
 * be known to the processor alone.
 */
export function withMailServer<C, I, T>(
  verb: (ctx: C, input: I) => Promise<Outcome<T>>,
): (ctx: C, input: I) => Promise<Outcome<T>> {
  return async (ctx, input) => (canSend() ? verb(ctx, input) : invalid("", "noMailServer"));
}
