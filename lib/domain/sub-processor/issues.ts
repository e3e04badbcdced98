import type { Issue } from "@/lib/domain/outcome/outcome";
import type { SubProcessorContent } from "./content";
import type { SubProcessorSection } from "./sections";

/**
 * Refuses impossible values of a section, at their field. Missing values are gaps, never refusals; faults of
 * other sections do not prevent saving this one.
 */
export function sectionIssue(
  content: SubProcessorContent,
  section: SubProcessorSection,
  today: string,
): Issue | null {
  switch (section) {
    case "service":
      return isBackwards(content.service.startsOn, content.service.endsOn)
        ? { path: "endsOn", key: "sub-processor.endsBefore" }
        : null;
    case "places":
      return content.places.accessAnswer === "no" && content.places.accessCountries.length > 0
        ? { path: "accessCountries", key: "sub-processor.accessDenied" }
        : null;
    case "chain":
      return content.chain.answer !== "yes" && content.chain.links.length > 0
        ? { path: "answer", key: "sub-processor.chainStands" }
        : null;
    case "guarantees":
      return isAhead(content.guarantees.checkedOn, today)
        ? { path: "checkedOn", key: "sub-processor.future" }
        : null;
    case "contract":
      return contractIssue(content.contract, today);
    case "identity":
    case "terms":
    case "clauses":
      return null;
  }
}

function contractIssue({ signedOn, endsOn }: SubProcessorContent["contract"], today: string): Issue | null {
  if (isAhead(signedOn, today)) return { path: "signedOn", key: "sub-processor.future" };
  return isBackwards(signedOn, endsOn) ? { path: "endsOn", key: "sub-processor.endsBefore" } : null;
}

function isAhead(day: string | null, today: string): boolean {
  return day !== null && day > today;
}

function isBackwards(from: string | null, until: string | null): boolean {
  return from !== null && until !== null && until < from;
}
