import type { Issue } from "@/lib/domain/outcome/outcome";
import { adequacyOn } from "@/lib/domain/statute/adequacy";
import { isInEea } from "@/lib/domain/statute/eea";
import type { TransferContent, TransferSection } from "./content";

/**
 * Refuses impossible values of a section, at their field. Missing values are gaps, never refusals; faults of
 * other sections do not prevent saving this one.
 */
export function sectionIssue(
  content: TransferContent,
  section: TransferSection,
  today: string,
): Issue | null {
  switch (section) {
    case "importer":
      return isAdequacyDenied(content, today) ? { path: "country", key: "transfer.notAdequate" } : null;
    case "tool":
      return toolIssue(content, today);
    case "assessment":
      return assessmentIssue(content, today);
  }
}

function toolIssue(content: TransferContent, today: string): Issue | null {
  const { tool, signedOn } = content.tool;
  // Void since 16 July 2020, C-311/18: nobody can rely on it any more.
  if (tool === "privacy-shield") return { path: "tool", key: "transfer.privacyShield" };
  if (isAdequacyDenied(content, today)) return { path: "tool", key: "transfer.notAdequate" };
  return signedOn !== null && signedOn > today ? { path: "signedOn", key: "transfer.future" } : null;
}

function assessmentIssue({ assessment }: TransferContent, today: string): Issue | null {
  const { assessedOn, nextReviewOn } = assessment;
  if (assessedOn === null) return null;
  if (assessedOn > today) return { path: "assessedOn", key: "transfer.future" };
  const isTooEarly = nextReviewOn !== null && nextReviewOn <= assessedOn;
  return isTooEarly ? { path: "nextReviewOn", key: "transfer.reviewTooEarly" } : null;
}

/** Adequacy is put forward for a country that has no decision on that day, not even one for some importers. */
function isAdequacyDenied({ importer: { country }, tool }: TransferContent, on: string): boolean {
  if (tool.tool !== "adequacy" || country === null) return false;
  return !isInEea(country, on) && adequacyOn(country, on) === null;
}
