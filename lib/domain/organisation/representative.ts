import type { Issue } from "@/lib/domain/outcome/outcome";
import { isInEea } from "@/lib/domain/statute/eea";
import type { GdprBinding } from "./types";

/**
 * Article 27: reasons of a processor outside the Union for having no representative. 27 binds only through
 * 3(2); 27(2)(a) exempts occasional processing, without large-scale data of 9 or 10 and unlikely to bring a
 * risk; 27(2)(b) public authorities.
 */
export const EXEMPTIONS = ["contractual-only", "occasional", "public-body", "other"] as const;
export type Exemption = (typeof EXEMPTIONS)[number];

/** The answer to article 27 as it is kept. */
export type Representation = {
  euRepresentative: string;
  /** ISO alpha-2 of the State where it is established, 27(3). */
  euRepresentativeCountry: string;
  euRepresentativeExemption: Exemption | "";
  euRepresentativeReason: string;
};

export type RepresentativeStatus =
  "not-asked" | "designated" | "outside" | "exempt" | "contradicted" | "unanswered";

/** Status under article 27 on a calendar date. */
export function representativeStatus(
  it: Representation & { country: string; gdprBinding: GdprBinding },
  on: string,
): RepresentativeStatus {
  if (it.euRepresentative !== "") {
    return it.euRepresentativeCountry !== "" && !isInEea(it.euRepresentativeCountry, on)
      ? "outside"
      : "designated";
  }
  if (it.gdprBinding === "union-establishment" || isInEea(it.country, on)) return "not-asked";
  if (isDenied(it)) return "contradicted";
  if (isNoExemption(it)) return "unanswered";
  return it.euRepresentativeReason === "" ? "unanswered" : "exempt";
}

/** Refuses a State that is no Member State, or a reason that the binding contradicts. */
export function representativeIssue(
  stated: Representation,
  { gdprBinding, on }: { gdprBinding: GdprBinding; on: string },
): Issue | null {
  const { euRepresentativeCountry: country } = stated;
  if (country !== "" && !isInEea(country, on)) return { path: "euRepresentativeCountry", key: "notMember" };
  return isDenied({ ...stated, gdprBinding })
    ? { path: "euRepresentativeExemption", key: "bindingDenies" }
    : null;
}

/** True where a reason of one's own ("too dear") is given though 3(2) binds: 27(2) exempts on its own grounds alone. */
export function isNoExemption(it: { euRepresentativeExemption: string; gdprBinding: string }): boolean {
  return it.euRepresentativeExemption === "other" && it.gdprBinding === "direct-3-2";
}

/** True where the reason says that only contracts bind, and the organisation says elsewhere that the law does. */
export function isDenied(it: { euRepresentativeExemption: string; gdprBinding: string }): boolean {
  return it.euRepresentativeExemption === "contractual-only" && it.gdprBinding !== "contractual-only";
}
