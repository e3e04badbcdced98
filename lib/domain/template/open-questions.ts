import type { OpenMention } from "./types";

/** What no template can know of a controller, in the order of the register. */
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

/** The same for all, but for what one template knows (`null`) or has its own reason for. */
export function leftOpen(own: Readonly<Record<string, string | null>> = {}): OpenMention[] {
  return LEFT_OPEN.flatMap((mention) => {
    const reason = Object.hasOwn(own, mention.code) ? own[mention.code] : mention.reason;
    return reason ? [{ ...mention, reason }] : [];
  });
}
