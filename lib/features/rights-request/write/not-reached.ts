import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import type { FactValue } from "@/lib/domain/rights-request/facts";
import { openPerson } from "@/lib/features/rights-request/read/person";
import type { ClockedRequest } from "@/lib/features/rights-request/read/to-plan";
import type { RequestEvent } from "@/lib/features/rights-request/schema";
import type { Tx } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { queueNotReached } from "./letters";
import { namesItsPerson } from "./names-its-person";

/**
 * States that nothing reached the person: the processor tried on the controller's instruction alone, and tells it; an address that was
 * given is no missing one, and a letter of the outbox is tried once it came back.
 */
export async function notReachedOf(
  { tx, ctx }: { tx: Tx; ctx: StaffCtx },
  of: ClockedRequest,
  { triedBy, tried, notReachedReason }: RequestEvent,
): Promise<Outcome<FactValue[]>> {
  const { file, request } = of;
  const isOurs = triedBy === "processor";
  if (isOurs && file.decision !== "execute-and-answer")
    return invalid("triedBy", "rights-request.notAskedToAnswer");
  if (file.unsent.answered?.isWaiting) return invalid("tried", "rights-request.letterWaits");
  if (tried.includes("letter") && !isOurs) return invalid("tried", "rights-request.notOurLetter");
  if (tried.includes("letter") && file.unsent.answered === null)
    return invalid("tried", "rights-request.noLetterBack");
  if (tried.includes("no-address") && hasAddress(openPerson(request.contactSealed)))
    return invalid("tried", "rights-request.addressGiven");
  if (namesItsPerson(request, notReachedReason))
    return invalid("notReachedReason", "rights-request.reasonNamesPerson");
  const value: FactValue = { triedBy: triedBy ?? undefined, tried, notReachedReason };
  return done([isOurs ? { ...value, tellingIds: await queueNotReached(tx, ctx, of, value) } : value]);
}

function hasAddress(person: ReturnType<typeof openPerson>): boolean {
  return person !== null && (person.contact !== "" || person.identifiers.length > 0);
}
