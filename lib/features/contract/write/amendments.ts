import { can } from "@/lib/domain/nouns/policy";
import type { Amendment } from "@/lib/domain/contract/content";
import { amendmentIssue } from "@/lib/domain/contract/issues";
import { difference } from "@/lib/domain/journal/difference";
import { refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { today, type Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { write } from "@/lib/platform/write/write";
import { changeContract } from "./change";
import {
  findContract,
  flattenContract,
  type ContractRow,
  subjectOf,
} from "@/lib/features/contract/read/queries";
import type { AmendmentSave, AmendmentWithdraw } from "@/lib/features/contract/schema";

/** Creates an empty amendment, or changes its title and dates. */
export async function saveAmendment(ctx: Ctx, input: AmendmentSave): Promise<Outcome<ContractRow>> {
  if (!can(ctx.actor, "contract.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const { id, version, amendment, ...said } = input;
    const before = await findContract(tx, id);
    const amendments =
      before && withAmendment(before.content.amendments, { ...said, id: amendment }, ctx.now);
    if (!before || !amendments) return refuse({ kind: "not-found" });
    const issue = amendmentIssue(said, before, today(ctx));
    if (issue) return refuse({ kind: "invalid", issues: [issue] });
    const changed = await changeContract(tx, ctx, {
      before,
      version,
      said: { content: { ...before.content, amendments } },
      kind: "amended",
      shown: ({ content }) => content.amendments.find((one) => one.id === amendment) ?? {},
    });
    if (!changed.ok) return changed;
    journal.note({
      event: "contract.amended",
      subject: subjectOf(changed.value),
      ...difference(flattenContract(before), flattenContract(changed.value)),
    });
    return changed;
  });
}

/** Withdraws an erroneous amendment with a reason: it remains readable and has no effect. */
export async function withdrawAmendment(ctx: Ctx, input: AmendmentWithdraw): Promise<Outcome<ContractRow>> {
  if (!can(ctx.actor, "contract.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const { id, version, amendment, reason } = input;
    const before = await findContract(tx, id);
    const found = before?.content.amendments.find((one) => one.id === amendment && !one.withdrawn);
    if (!before || !found) return refuse({ kind: "not-found" });
    const withdrawn = { on: today(ctx), reason };
    const amendments = before.content.amendments.map((one) =>
      one.id === amendment ? { ...one, withdrawn } : one,
    );
    const changed = await changeContract(tx, ctx, {
      before,
      version,
      said: { content: { ...before.content, amendments } },
      kind: "amended",
    });
    if (!changed.ok) return changed;
    journal.note({
      event: "contract.amendment-withdrawn",
      subject: subjectOf(changed.value),
      ...difference(flattenContract(before), flattenContract(changed.value)),
      reason,
    });
    return changed;
  });
}

/** Null where the amendment is missing or withdrawn. */
function withAmendment(
  amendments: readonly Amendment[],
  { id, ...said }: Omit<Amendment, "id" | "says" | "withdrawn"> & { id: string | null },
  now: Date,
): Amendment[] | null {
  if (id === null) return [...amendments, { id: newId(now), ...said, says: {}, withdrawn: null }];
  if (!amendments.some((one) => one.id === id && !one.withdrawn)) return null;
  return amendments.map((one) => (one.id === id ? { ...one, ...said } : one));
}
