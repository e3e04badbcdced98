import type { OpenMention } from "./types";

/** Mentions that no template can know, in the order of the register. */
const LEFT_OPEN: readonly OpenMention[] = [
  { code: "REG-6", field: "transferAnswer", reason: "countries" },
  { code: "REG-8", field: "measures", reason: "measures" },
  { code: "ADV-special", field: "specialAnswer", reason: "special" },
  { code: "ADV-minors", field: "minorsAnswer", reason: "minors" },
  { code: "ADV-sub-processors", field: "subProcessorsAnswer", reason: "sub-processors" },
  { code: "ADV-contract", field: "contractReference", reason: "contract" },
  { code: "ADV-start", field: "startsOn", reason: "start" },
  { code: "ADV-review", field: "reviewedOn", reason: "review" },
];

/**
 * Returns the mentions common to all templates, without those that one knows (`null`) and with its own
 * reasons.
 */
export function leftOpen(own: Readonly<Record<string, string | null>> = {}): OpenMention[] {
  return LEFT_OPEN.flatMap((mention) => {
    const reason = Object.hasOwn(own, mention.code) ? own[mention.code] : mention.reason;
    return reason ? [{ ...mention, reason }] : [];
  });
}
