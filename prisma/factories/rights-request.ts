import { required } from "@/lib/domain/invariant/required";
import { receiveRequest, recordEvent } from "@/lib/features/rights-request/write/mutations";
import { findRequest } from "@/lib/features/rights-request/read/queries";
import { requestEventSchema, requestReceiveSchema } from "@/lib/features/rights-request/schema";
import { stopOf } from "@/lib/domain/rights-request/rights";
import { withOrg } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { valueOf } from "./register";

/** A request by telephone to be called no more, unless something else is stated. */
export async function makeRightsRequest(ctx: StaffCtx, stated: Record<string, unknown> = {}) {
  const input = requestReceiveSchema.parse({
    rights: "marketing-objection",
    channel: "telephone",
    on: "2026-01-05",
    time: "10:30",
    name: "Une cliente",
    contact: "+33 6 12 34 56 78",
    // Asks for no end of contact under another right, unless a test says so.
    words: stopOf([stated.rights ?? "marketing-objection"].flat().map(String))
      ? "Ne m’appelez plus."
      : "Merci de répondre.",
    clue: "Mistral",
    ...stated,
  });
  const { id } = valueOf(await receiveRequest(ctx, input));
  return readRequest(ctx, id);
}

/** Records an event of a request as of now, and reads it again. */
export async function stepRightsRequest(
  ctx: StaffCtx,
  { id, version }: { id: string; version: number },
  kind: string,
  stated: Record<string, unknown> = {},
) {
  const typed = { id, version, kind, on: "2026-01-06", time: "09:00", ...stated };
  valueOf(await recordEvent(ctx, requestEventSchema.parse(typed)));
  return readRequest(ctx, id);
}

function readRequest(ctx: StaffCtx, id: string) {
  return withOrg(ctx.scope, async (tx) => required(await findRequest(tx, id), "request that was made"));
}
