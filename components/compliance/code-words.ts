import { useTranslations } from "next-intl";
import { CELL_STATES } from "@/lib/domain/authorisation/authorisation-status";
import { type ComplianceDuty, NO_CONTRACT } from "@/lib/domain/compliance/duties";

/** Words of what lacks, of the noun that it lacks in. */
export function useCodeWords(): (duty: ComplianceDuty, code: string) => string {
  const own = useTranslations("compliance.codes");
  const rules = useTranslations("today.rules");
  const ownRegister = useTranslations("compliance.own");
  const authorisations = useTranslations("authorisation.cells");
  const clauses = useTranslations("contract-clauses.clauses");
  const transfers = useTranslations("transfer-gaps.rules");
  return (duty, code) => {
    switch (duty) {
      case "register":
        return ownRegister.has(code) ? ownRegister(code) : rules(`${code}.title`);
      case "sub-processors":
        return isCellState(code) ? own("authorisation", { state: authorisations(code) }) : own(code);
      case "contract":
        return code === NO_CONTRACT ? own(code) : clauses(`${code}.title`);
      case "transfers":
        return transfers(`${code}.short`);
      case "instructions":
      case "breaches":
      case "reviews":
        return own(code);
    }
  };
}

function isCellState(code: string): boolean {
  return CELL_STATES.some((state) => state === code);
}
