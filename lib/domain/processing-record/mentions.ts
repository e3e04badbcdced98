import { isMention } from "./completeness";
import type { Capacity, Gap, RecordField } from "./types";

type MentionRow = {
  id: string;
  codes: readonly string[];
  fields: readonly RecordField[] | null;
};

/** The nine mentions of article 30(2), in its order, with the gaps that leave each one open. */
const OF_PROCESSOR = [
  { id: "processor", codes: ["REG-1"], fields: null },
  { id: "controller", codes: ["REG-2"], fields: null },
  { id: "controllerRepresentative", codes: ["REG-3"], fields: ["controllerRepresentative"] },
  { id: "processorRepresentative", codes: ["REG-3"], fields: ["processorRepresentative"] },
  { id: "dpo", codes: ["REG-4"], fields: null },
  { id: "operations", codes: ["REG-5"], fields: null },
  { id: "countries", codes: ["REG-6"], fields: null },
  { id: "safeguards", codes: ["REG-7"], fields: null },
  { id: "measures", codes: ["REG-8"], fields: null },
] as const satisfies readonly MentionRow[];

/** The ten of article 30(1), (a) to (g). */
const OF_CONTROLLER = [
  { id: "organisation", codes: ["REG1-a"], fields: ["organisation"] },
  { id: "jointControllers", codes: ["REG1-a"], fields: ["jointControllers"] },
  { id: "representative", codes: ["REG1-a"], fields: ["organisationRepresentative"] },
  { id: "dpo", codes: ["REG1-a"], fields: ["organisationDpo"] },
  { id: "purposes", codes: ["REG1-b"], fields: null },
  { id: "personsAndData", codes: ["REG1-c"], fields: null },
  { id: "recipients", codes: ["REG1-d"], fields: null },
  { id: "transfers", codes: ["REG1-e"], fields: null },
  { id: "retention", codes: ["REG1-f"], fields: null },
  { id: "measures", codes: ["REG1-g"], fields: null },
] as const satisfies readonly MentionRow[];

export const MENTIONS = { processor: OF_PROCESSOR, controller: OF_CONTROLLER } as const;
export type Mention = (typeof OF_PROCESSOR | typeof OF_CONTROLLER)[number]["id"];

/**
 * Counts the filled mentions of the article, for "6 mentions sur 9", and lists the empty ones, whether
 * required or, in a register kept as good practice, advisable.
 */
export function countMentions(
  gaps: readonly Gap[],
  capacity: Capacity = "processor",
): { filled: number; total: number; open: Mention[] } {
  const asked = gaps.filter(({ code }) => isMention(code));
  const mentions: readonly (MentionRow & { id: Mention })[] = MENTIONS[capacity];
  const open = mentions
    .filter((mention) => asked.some((gap) => leavesOpen(gap, mention)))
    .map(({ id }) => id);
  return { filled: mentions.length - open.length, total: mentions.length, open };
}

function leavesOpen(gap: Gap, { codes, fields }: MentionRow): boolean {
  return codes.includes(gap.code) && (fields === null || fields.includes(gap.field));
}
