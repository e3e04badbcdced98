import type { Amendment } from "@/lib/domain/contract/content";
import { amendmentIssue } from "@/lib/domain/contract/issues";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { newId } from "@/lib/platform/database/ids";
import { today, type Ctx } from "@/lib/platform/request/context";
import type { ContractRow } from "@/lib/features/contract/read/queries";
import { contractDocument } from "./document";
import type { AmendmentSave, AmendmentWithdraw } from "@/lib/features/contract/schema";

/** Creates an empty amendment, or changes its title and dates. */
export async function saveAmendment(
  ctx: Ctx,
  { id, version, amendment, ...fields }: AmendmentSave,
): Promise<Outcome<ContractRow>> {
  return contractDocument.update(ctx, { act: "contract.write", id, version }, (before) => {
    const amendments = withAmendment(before.content.amendments, { ...fields, id: amendment }, ctx.now);
    if (!amendments) return refuse({ kind: "not-found" });
    const issue = amendmentIssue(fields, before, today(ctx));
    if (issue) return refuse({ kind: "invalid", issues: [issue] });
    return done({
      patch: { content: { ...before.content, amendments } },
      kind: "amended",
      event: "contract.amended",
      shown: ({ content }) => content.amendments.find((one) => one.id === amendment) ?? {},
    });
  });
}

/** Withdraws an erroneous amendment with a reason: it remains readable and has no effect. */
export async function withdrawAmendment(
  ctx: Ctx,
  { id, version, amendment, reason }: AmendmentWithdraw,
): Promise<Outcome<ContractRow>> {
  return contractDocument.update(ctx, { act: "contract.write", id, version }, ({ content }) => {
    const found = content.amendments.find((one) => one.id === amendment && !one.withdrawn);
    if (!found) return refuse({ kind: "not-found" });
    const withdrawn = { ...found, withdrawn: { on: today(ctx), reason } };
    const amendments = content.amendments.map((one) => (one === found ? withdrawn : one));
    return done({
      patch: { content: { ...content, amendments } },
      kind: "amended",
      event: "contract.amendment-withdrawn",
      reason,
    });
  });
}

/** Null where the amendment is missing or withdrawn. */
function withAmendment(
  amendments: readonly Amendment[],
  { id, ...fields }: Omit<Amendment, "id" | "says" | "withdrawn"> & { id: string | null },
  now: Date,
): Amendment[] | null {
  if (id === null) return [...amendments, { id: newId(now), ...fields, says: {}, withdrawn: null }];
  if (!amendments.some((one) => one.id === id && !one.withdrawn)) return null;
  return amendments.map((one) => (one.id === id ? { ...one, ...fields } : one));
}
