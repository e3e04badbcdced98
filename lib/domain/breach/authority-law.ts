import { isInEea } from "@/lib/domain/statute/eea";
import { isHollow } from "@/lib/domain/text/vagueness";

/** The law under which a controller itself notifies its authority within 72 hours; "unknown" where its country is. */
export type AuthorityLaw = "gdpr" | "uk-gdpr" | "none" | "unknown";

/** The end of the transition under the Withdrawal Agreement: the Union's law applied in Britain until that day. */
const TRANSITION_END = "2020-12-31";

/**
 * Article 33(1) binds a controller established in the European Economic Area, or one elsewhere that 3(2) reaches and that
 * has named a representative under article 27; the UK GDPR binds a British one. The Swiss FADP (art. 24) sets no hours, and
 * law 09-08 no duty.
 */
export function authorityLawOf(
  { country, representative }: { country: string | null; representative: string },
  on: string,
): AuthorityLaw {
  if (country === "GB") return on > TRANSITION_END ? "uk-gdpr" : "gdpr";
  if (country !== null && isInEea(country, on)) return "gdpr";
  if (!isHollow(representative)) return "gdpr";
  return country === null ? "unknown" : "none";
}

/** True where the 72 hours of article 33(1), or of the same article of the UK GDPR, run. */
export function hasAuthorityClock(law: AuthorityLaw): boolean {
  return law === "gdpr" || law === "uk-gdpr";
}
