import { ARTICLE_OF, missingFor, USE_REQUIREMENTS, type UseRequirement } from "./readiness";
import { requirementsFor, type UseRequirements } from "./use-requirements";
import { CHAIN_RULES, SUB_PROCESSOR_RULES } from "./rules";
import type { SubProcessorAssessment, SubProcessorGap } from "./sub-processor-case";

/** Raised whenever a rule changes what it finds: stored gaps of an older version are assessed again. */
export const SUB_PROCESSOR_RULES_VERSION = 4;

/** Section in which each missing requirement is met. */
const PLACE_OF: Record<
  Exclude<UseRequirement, "authorisation" | "scope" | "conditions">,
  Pick<SubProcessorGap, "section" | "field">
> = {
  contract: { section: "contract", field: "signedOn" },
  location: { section: "places", field: "sites" },
  "module-3": { section: "transfers", field: "module-3" },
  assessment: { section: "transfers", field: "assessment" },
};

/** Every gap of a sub-processor by the law of a calendar date, in the order of its sheet. Pure: the same case, the same gaps. */
export function assessSubProcessor(assessment: SubProcessorAssessment): SubProcessorGap[] {
  const stated = SUB_PROCESSOR_RULES.filter(
    (rule) => rule.applies(assessment) && !rule.isMet(assessment),
  ).map(({ id, isMet: _isMet, applies: _applies, ...gap }) => ({ rule: id, ...gap }));
  return [...stated, ...chainGaps(assessment), ...missingRequirements(assessment)];
}

function chainGaps({ content, on }: SubProcessorAssessment): SubProcessorGap[] {
  return content.chain.links.flatMap((link) =>
    CHAIN_RULES.filter(({ isMet }) => !isMet(link, on)).map(({ id, isMet: _isMet, ...gap }) => ({
      rule: id,
      ...gap,
      linkId: link.id,
    })),
  );
}

/** Each controller's word is kept with its authorisation: here it is taken to be there. */
const AUTHORISED = { isAuthorised: true, isOfScope: true, conditions: [] } as const;

/** Requirements that the laws of each controller decide, chapter V. */
const BY_LAW: readonly UseRequirement[] = ["module-3", "assessment"];

/**
 * Requirements missing for a controller that relies on it, each once, with those for which it lacks: contract and places
 * for all alike, tool and assessment by the laws of each, and by the transfers that carry its data.
 */
function missingRequirements({ content, transfers, clients, on }: SubProcessorAssessment): SubProcessorGap[] {
  const missingOf = (requirements: UseRequirements) =>
    missingFor({ ...requirements, ...AUTHORISED }, { today: on });
  const laws = new Map(clients.map((client) => [client.id, client.laws]));
  const of = requirementsFor(content, transfers, {
    today: on,
    lawsOf: (controllerId) => laws.get(controllerId ?? "") ?? ["gdpr"],
  });
  const lacking = clients.map((client) => ({ client, missing: missingOf(of(client.id)) }));
  const found = new Set(
    clients.length === 0 ? missingOf(of(null)) : lacking.flatMap(({ missing }) => missing),
  );
  return USE_REQUIREMENTS.filter((requirement) => found.has(requirement)).map((requirement) => ({
    rule: `${requirement}-missing`,
    level: "required",
    article: ARTICLE_OF[requirement],
    ...PLACE_OF[requirement as keyof typeof PLACE_OF],
    clients: BY_LAW.includes(requirement)
      ? lacking.filter(({ missing }) => missing.includes(requirement)).map(({ client }) => client)
      : [],
  }));
}

/** Counts by level, and the rules of what is required, each once, in their order. */
export function summariseSubProcessorGaps(gaps: readonly SubProcessorGap[]) {
  const required = gaps.filter(({ level }) => level === "required");
  return {
    required: required.length,
    advisable: gaps.length - required.length,
    codes: [...new Set(required.map(({ rule }) => rule))],
  };
}
