import { useTranslations } from "next-intl";
import { type ComplianceDuty, NO_CONTRACT } from "@/lib/domain/compliance/duties";

/** Words of what lacks, of the noun that it lacks in. */
export function useCodeWords(): (duty: ComplianceDuty, code: string) => string {
  const own = useTranslations("compliance.codes");
  const rules = useTranslations("today.rules");
  const clauses = useTranslations("contract-clauses.clauses");
  const transfers = useTranslations("transfer-gaps.rules");
  return (duty, code) => {
    switch (duty) {
      case "register":
      case "sub-processors":
        return rules(`${code}.title`);
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
