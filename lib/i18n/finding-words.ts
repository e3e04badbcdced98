import { CELL_STATES } from "@/lib/domain/authorisation/authorisation-status";
import { type ComplianceDuty, NO_CONTRACT } from "@/lib/domain/compliance/duties";

/** Catalogues that codes of the matrix have their words in. */
export const FINDING_CATALOGUES = [
  "compliance",
  "today",
  "contract-clauses",
  "transfer-gaps",
  "authorisation",
] as const;
export type FindingWords = Record<
  (typeof FINDING_CATALOGUES)[number],
  (key: string, values?: Record<string, string>) => string
>;

/** Words of what lacks, of the noun that it lacks in. */
export function wordsOfFinding(words: FindingWords, duty: ComplianceDuty, code: string): string {
  switch (duty) {
    case "register":
      return code.startsWith("REG1-") ? words.compliance(`own.${code}`) : words.today(`rules.${code}.title`);
    case "sub-processors":
      return isCellState(code)
        ? words.compliance("codes.authorisation", { state: words.authorisation(`cells.${code}`) })
        : words.compliance(`codes.${code}`);
    case "contract":
      return code === NO_CONTRACT
        ? words.compliance(`codes.${code}`)
        : words["contract-clauses"](`clauses.${code}.title`);
    case "transfers":
      return words["transfer-gaps"](`rules.${code}.short`);
    case "instructions":
    case "breaches":
    case "calls":
    case "reviews":
      return words.compliance(`codes.${code}`);
  }
}

function isCellState(code: string): boolean {
  return CELL_STATES.some((state) => state === code);
}
