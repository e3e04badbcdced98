import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { extentPlaced, stopLimits } from "@/lib/domain/rights-request/extent";
import { foldRequest, isWithController } from "@/lib/domain/rights-request/file";
import { decide } from "@/lib/domain/rights-request/lifecycle";
import { findFacts, findRequest, type RequestRow } from "@/lib/features/rights-request/read/queries";
import { findMaybeSame } from "@/lib/features/rights-request/read/same-request";
import { findClockedRequests } from "@/lib/features/rights-request/read/to-plan";
import type { SameRequest } from "@/lib/features/rights-request/schema";
import type { StaffCtx } from "@/lib/platform/request/context";
import type { Unit } from "@/lib/platform/versioned/definition";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { queueSetAside } from "./letters";
import { stopContact } from "./objection";
import { appendFacts, lockRequest } from "./rows";

/**
 * Answers whether a request is an earlier one again. The same: it is set aside as a duplicate with its words and its own instant of
 * receipt, the first one notes that receipt, and an objection in it holds with the first one. Another: it goes on, and nobody asks again.
 */
export async function answerSame(ctx: StaffCtx, input: SameRequest): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "rights-request.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    // Two people who join them at once wait for each other in one order.
    for (const id of [input.id, input.sameAs].toSorted()) await lockRequest(tx, id);
    const [row, first] = [await findRequest(tx, input.id), await findRequest(tx, input.sameAs)];
    if (!row || !first) return refuse({ kind: "not-found" });
    const facts = await findFacts(tx, row.id);
    if (!(await findMaybeSame(tx, row, facts)).some(({ id }) => id === first.id))
      return invalid("", "rights-request.notSame");
    const unit = { tx, ctx, journal };
    const file = foldRequest(facts);
    const at = ctx.now.getTime();
    const kind = input.answer === "same" ? "joined" : "kept-apart";
    const decision = decide(file, kind);
    if (!decision.ok) return invalid("", `rights-request.${decision.key}`);
    const answered = { kind, value: { sameAs: first.id }, at } as const;
    if (kind === "kept-apart") {
      await appendFacts(unit, row, [answered], file);
      return done({ id: row.id });
    }
    const [of] = await findClockedRequests(tx, { id: row.id });
    const isTold = of !== undefined && isWithController(of.file);
    const tellingIds = isTold ? await queueSetAside(tx, ctx, of, "duplicate") : undefined;
    const setAside = {
      kind: "not-ours",
      value: { cause: "duplicate", ...(tellingIds && { tellingIds }) },
      at,
    } as const;
    await appendFacts(unit, row, [answered, setAside], file);
    await noteAgain(unit, first, row);
    return done({ id: first.id });
  });
}

/** Notes the later receipt on the first request, which from then on also stops what the later one names. */
async function noteAgain(unit: Unit, first: RequestRow, again: RequestRow): Promise<void> {
  const facts = await findFacts(unit.tx, first.id);
  const fact = {
    kind: "received-again",
    value: { sameAs: again.id },
    at: again.receivedAt.getTime(),
  } as const;
  await appendFacts(unit, first, [fact], foldRequest(facts));
  if (first.controllerId !== null) {
    return stopContact(unit, again, {
      ...stopLimits(extentPlaced(facts)),
      controllerId: first.controllerId,
    });
  }
  const held = [first.personKey, first.otherKey, ...first.heldKeys].flatMap((key) =>
    key ? Buffer.from(key) : [],
  );
  const named = [again.personKey, again.otherKey, ...again.heldKeys].flatMap((key) =>
    key ? Buffer.from(key) : [],
  );
  const added = named.filter((key) => !held.some((one) => one.equals(key)));
  if (added.length > 0)
    await unit.tx.rightsRequest.updateMany({
      where: { id: first.id },
      data: { heldKeys: [...first.heldKeys, ...added] },
    });
}
