import { useTranslations } from "next-intl";
import type { ComplianceDuty } from "@/lib/domain/compliance/duties";
import { type FindingWords, wordsOfFinding } from "@/lib/i18n/finding-words";

/** Words of what lacks, of the noun that it lacks in. */
export function useCodeWords(): (duty: ComplianceDuty, code: string) => string {
  const words: FindingWords = {
    compliance: useTranslations("compliance"),
    today: useTranslations("today"),
    "contract-clauses": useTranslations("contract-clauses"),
    "transfer-gaps": useTranslations("transfer-gaps"),
    authorisation: useTranslations("authorisation"),
  };
  return (duty, code) => wordsOfFinding(words, duty, code);
}
