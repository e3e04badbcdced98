import type { ContractTermsDocument } from "./content";

type Agreed = Pick<ContractTermsDocument["terms"], "rightsRequestsHours" | "rightsRequestsDays">;

const DAY_HOURS = 24;

/** Days in which a contract has a request passed on or answered, parts of one included; null where it is silent. */
export function requestDays({ rightsRequestsHours: hours, rightsRequestsDays: days }: Agreed): number | null {
  const agreed = [hours === null ? null : hours / DAY_HOURS, days].filter((one) => one !== null);
  return agreed.length === 0 ? null : Math.min(...agreed);
}
