import type { ControllerFacts } from "@/lib/domain/controller/types";
import { applicableLaws } from "@/lib/domain/statute/applicable-laws";
import { isInEea } from "@/lib/domain/statute/eea";
import { representativeExemption } from "@/lib/domain/statute/representative";
import { formatNotApplicable } from "./as-written";
import type { RegisterWords } from "./words";

/** Representative of a client in the Union, article 27, or why it needs none; "" where neither is known. */
export function representativeOf(
  controller: ControllerFacts,
  { words, on }: { words: RegisterWords; on: string },
): string {
  const { representative: name, representativeAbsentReason, country } = controller;
  const stated = statedRepresentative(name, representativeAbsentReason, { country, words, on });
  if (stated !== "") return stated;
  const exemption = representativeExemption(applicableLaws(controller, { on }), { country, on });
  if (exemption === "establishment") return words.record("values.branchInUnion");
  return exemption === "not-targeting" ? words.record("values.targetsNobody") : "";
}

/** The representative that is named, the reason that is stated for none, or the seat that asks for none. */
export function statedRepresentative(
  name: string,
  absentReason: string,
  { country, words, on }: { country: string | null; words: RegisterWords; on: string },
): string {
  if (name.trim() !== "") return name;
  if (absentReason.trim() !== "") return formatNotApplicable(absentReason, words);
  if (country === null || !isInEea(country, on)) return "";
  return words.document("document.establishedInEea", { country: words.country(country) });
}
