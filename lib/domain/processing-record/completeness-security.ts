import { quote, isMeaningful, type Case, type Rule } from "./completeness-case";
import { packNames } from "@/lib/domain/measure/naming";
import { isEmptyClaim } from "@/lib/domain/text/vagueness";

const REFUSED = {
  code: "REG-30-5",
  article: "30(5)",
  level: "required",
  field: "exemptionClaimed",
} as const;

/** Article 30(2)(d): a general description of the measures of 32(1), where possible; a blank needs a reason. */
export const SECURITY_RULES: readonly Rule[] = [
  {
    id: "REG-8.missing",
    code: "REG-8",
    article: "30(2)(d), 32(1)",
    level: "required",
    field: "measures",
    applies: ({ content }) => content.measures.length === 0,
    isMet: (it) => hasSecurityDescription(it) || isMeaningful(it.content.measuresAbsentReason),
  },
  {
    id: "REG-8.hollow",
    code: "REG-8",
    article: "30(2)(d), 32(1)",
    level: "required",
    field: "measures",
    applies: ({ content }) => content.measures.length > 0,
    isMet: (it) => hasSecurityDescription(it) || isMeaningful(it.content.measuresAbsentReason),
    params: ({ content }) => ({ text: quote(content.measures.join(", ")) }),
  },
];

/** Measures that an entry names although they are retired: reported for either register. */
export const MEASURE_ADVICE: readonly Rule[] = [
  {
    id: "ADV-measure.retired",
    code: "ADV-measure",
    article: "32(1)",
    level: "advisable",
    field: "measureIds",
    applies: ({ record, content }) => record.state !== "ended" && content.measureIds.length > 0,
    isMet: (it) => retiredOf(it).length === 0,
    params: (it) => ({ measures: packNames(retiredOf(it)) }),
  },
];

/**
 * True when the security is described: by a measure of the library, each of which is concrete, or by a text of the
 * record's own that says more than that there is some.
 */
export function hasSecurityDescription({ content }: Pick<Case, "content">): boolean {
  return content.measureIds.length > 0 || content.measures.some((measure) => !isEmptyClaim(measure));
}

function retiredOf({ content, organisation }: Case) {
  return (organisation.retiredMeasures ?? []).filter(({ id }) => content.measureIds.includes(id));
}

/**
 * Article 30(5): under 250 staff a processor keeps no register, unless its processing is not occasional, concerns
 * articles 9 or 10, or is likely to bring a risk. One reason is enough to refuse the claim: the first is given.
 */
export const EXEMPTION_RULES: readonly Rule[] = [
  {
    ...REFUSED,
    id: "REG-30-5.not-occasional",
    applies: claimsExemption,
    isMet: (it) => !isHabitual(it),
    params: ({ content }) => ({ frequency: content.frequency }),
  },
  {
    ...REFUSED,
    id: "REG-30-5.special",
    applies: (it) => claimsExemption(it) && !isHabitual(it),
    isMet: (it) => !hasSpecial(it),
  },
  {
    ...REFUSED,
    id: "REG-30-5.minors",
    applies: (it) => claimsExemption(it) && !isHabitual(it) && !hasSpecial(it),
    isMet: ({ content }) => content.minorsAnswer !== "yes",
  },
  {
    ...REFUSED,
    id: "REG-30-5.frequency",
    applies: (it) => claimsExemption(it) && !hasSpecial(it) && it.content.minorsAnswer !== "yes",
    isMet: ({ content }) => content.frequency !== "unanswered",
  },
  {
    // Occasional and nothing against it: staff under 250 and the absence of risk remain to be confirmed.
    ...REFUSED,
    id: "ADV-exemption",
    code: "ADV-exemption",
    level: "advisable",
    applies: (it) => claimsExemption(it) && it.content.frequency === "occasional",
    isMet: (it) => hasSpecial(it) || it.content.minorsAnswer === "yes",
  },
];

function claimsExemption({ content }: Case): boolean {
  return content.exemptionClaimed;
}

function isHabitual({ content }: Case): boolean {
  return content.frequency !== "occasional" && content.frequency !== "unanswered";
}

function hasSpecial({ content }: Case): boolean {
  return content.specialCategories.length > 0 || content.specialAnswer === "yes";
}
