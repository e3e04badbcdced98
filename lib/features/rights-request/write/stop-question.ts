import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { extentPlaced, stopLimits } from "@/lib/domain/rights-request/extent";
import { foldRequest } from "@/lib/domain/rights-request/file";
import { decide } from "@/lib/domain/rights-request/lifecycle";
import { findFacts, findHolders, findRequest } from "@/lib/features/rights-request/read/queries";
import type { StopAnswer } from "@/lib/features/rights-request/schema";
import type { StaffCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { stopContact } from "./objection";
import { namesItsPerson } from "./names-its-person";
import { appendFacts, lockRequest } from "./rows";

/**
 * Answers whether the words of a request ask for an end of contact under another right, 21(2). They do: it is an objection from its
 * receipt on, for its controller or, while nobody knows that, for every one. They do not: what was held in doubt is free, for a reason.
 */
export async function answerStopQuestion(ctx: StaffCtx, input: StopAnswer): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "rights-request.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    await lockRequest(tx, input.id);
    const row = await findRequest(tx, input.id);
    if (!row) return refuse({ kind: "not-found" });
    if (row.stopQuestion !== "open") return invalid("", "rights-request.stopAnswered");
    if (namesItsPerson(row, input.reason)) return invalid("reason", "rights-request.reasonNamesPerson");
    const facts = await findFacts(tx, row.id);
    const file = foldRequest(facts);
    const decision = decide(file, input.answer);
    if (!decision.ok) return invalid("", `rights-request.${decision.key}`);
    const unit = { tx, ctx, journal };
    const value = input.reason === "" ? {} : { readingReason: input.reason };
    await appendFacts(unit, row, [{ kind: input.answer, value, at: ctx.now.getTime() }], file);
    const [holder] = (await findHolders(tx, [row.controllerId])).values();
    if (input.answer === "stop-meant" && holder)
      await stopContact(
        unit,
        { ...row, stopQuestion: "meant" },
        { ...stopLimits(extentPlaced(facts)), controllerId: holder.id },
      );
    return done({ id: row.id });
  });
}
