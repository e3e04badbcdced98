import { quote, type Case, type Rule } from "./completeness-case";
import { inactiveAmong, packStatuses, unlistedAmong } from "./sub-processors";

const USE = { code: "SUB-28-2", level: "required", field: "subProcessors" } as const;

/**
 * Article 28(2): no other processor is engaged without the controller's written authorisation. A name that may not be
 * used is refused where a person writes it (`refusedUses`); one that stood before, or came with a file, is found here
 * and never hidden.
 */
export const USE_RULES: readonly Rule[] = [
  {
    ...USE,
    id: "SUB-28-2.unlisted",
    article: "28(2)",
    applies: isStillUsed,
    isMet: (it) => unlistedOf(it).length === 0,
    params: (it) => ({
      text: quote(
        unlistedOf(it)
          .map(({ name }) => name)
          .join(", "),
      ),
    }),
  },
  {
    ...USE,
    id: "SUB-28-2.inactive",
    article: "28(2), 28(4)",
    applies: isStillUsed,
    isMet: (it) => inactiveOf(it).length === 0,
    params: (it) => ({ standings: packStatuses(inactiveOf(it)) }),
  },
];

function isStillUsed({ record, content }: Case): boolean {
  return record.state !== "ended" && content.subProcessors.length > 0;
}

function unlistedOf({ content, subProcessors = [] }: Case) {
  return unlistedAmong(content.subProcessors, subProcessors);
}

function inactiveOf({ content, subProcessors = [] }: Case) {
  return inactiveAmong(content.subProcessors, subProcessors);
}
