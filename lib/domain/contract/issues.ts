import type { Issue } from "@/lib/domain/outcome/outcome";
import type { Amendment, ContractTermsDocument } from "./content";
import { beginningOf } from "./in-force";
import type { Contract, Instructor } from "./types";

/** A term that cannot be: an end before the start, a renewal of nobody knows how long. */
export function termIssue(term: ContractTermsDocument["term"], effectiveOn: string | null): Issue | null {
  if (term.endsOn !== null && effectiveOn !== null && term.endsOn < effectiveOn)
    return { path: "endsOn", key: "contract.endBeforeStart" };
  if (term.renewal !== "tacit") return null;
  if (term.endsOn === null) return { path: "endsOn", key: "contract.renewalWithoutEnd" };
  return term.renewalMonths === null ? { path: "renewalMonths", key: "contract.renewalLength" } : null;
}

/** Clauses signed and transfers assessed on a day to come: neither has been done. */
export function instrumentsIssue(
  { scc914SignedOn = null, tiaOn = null }: Partial<ContractTermsDocument["instruments"]>,
  today: string,
): Issue | null {
  if (scc914SignedOn !== null && scc914SignedOn > today)
    return { path: "scc914SignedOn", key: "contract.future" };
  return tiaOn !== null && tiaOn > today ? { path: "tiaOn", key: "contract.future" } : null;
}

/** Refuses an amendment of an unsigned contract, or one that takes effect outside the contract's life. */
export function amendmentIssue(
  { signedOn, effectiveOn }: Pick<Amendment, "signedOn" | "effectiveOn">,
  contract: Contract,
  today: string,
): Issue | null {
  if (signedOn !== null && signedOn > today) return { path: "signedOn", key: "contract.future" };
  if (signedOn !== null && (contract.signedOn === null || signedOn < contract.signedOn))
    return { path: "signedOn", key: "contract.amendmentBeforeSignature" };
  const begins = beginningOf(contract);
  if (effectiveOn !== null && begins !== null && effectiveOn < begins)
    return { path: "effectiveOn", key: "contract.amendmentBeforeStart" };
  return null;
}

/** Articles 28(3)(a) and 29: instructors act under a power, and a power does not end before it begins. */
export function instructorIssue({
  power,
  from,
  until,
}: Pick<Instructor, "power" | "from" | "until">): Issue | null {
  if (power.trim() === "") return { path: "power", key: "contract.instructorWithoutPower" };
  return until !== null && until < from ? { path: "until", key: "contract.untilBeforeFrom" } : null;
}

/** True while the power holds, both days included. */
export function mayInstructOn({ from, until }: Pick<Instructor, "from" | "until">, day: string): boolean {
  return from <= day && (until === null || day <= until);
}
