import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import { writtenReasonOf } from "@/lib/domain/rights-request/instruction-reason";
import { namesPerson } from "@/lib/domain/rights-request/names-person";
import { checkExecuted } from "@/lib/features/instruction/read/nameable";
import { openPerson } from "@/lib/features/rights-request/read/person";
import type { ClockedRequest } from "@/lib/features/rights-request/read/to-plan";
import type { RequestEvent } from "@/lib/features/rights-request/schema";
import type { Tx } from "@/lib/platform/database/transaction";
import { type StaffCtx, today } from "@/lib/platform/request/context";

/**
 * Checks that the instruction of a request may be executed today, 28(3)(a), or is on a written reason, which is given back to
 * store: "" where none was needed or one is recorded already.
 */
export async function executionReason(
  { tx, ctx }: { tx: Tx; ctx: StaffCtx },
  of: ClockedRequest,
  { instructionReason: typed }: Pick<RequestEvent, "instructionReason">,
): Promise<Outcome<string>> {
  const { controller, file, facts } = of;
  const id = file.instructed?.value.instructionId;
  if (id === undefined || controller === null) return done("");
  const recorded = writtenReasonOf(facts);
  const fit = await checkExecuted(tx, {
    controllerId: controller.id,
    day: today(ctx),
    id,
    use: "rights-request",
    writtenReason: typed || recorded,
    field: "",
    absent: "rights-request.instruction_missing",
  });
  if (!fit.ok || fit.value === recorded) return fit.ok ? done("") : fit;
  return refuseNames(of, fit.value);
}

/** Facts of a request name nobody: a reason that names its person is refused, 5(1)(c). */
export function refuseNames({ request }: ClockedRequest, reason: string): Outcome<string> {
  return namesPerson(reason, openPerson(request.contactSealed))
    ? invalid("instructionReason", "rights-request.reasonNamesPerson")
    : done(reason);
}
