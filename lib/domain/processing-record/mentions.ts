import type { Gap, RecordField } from "./types";

/** The nine mentions of article 30(2), in its order, with the gaps that leave each one open. */
export const MENTIONS = [
  { id: "processor", codes: ["REG-1"], fields: null },
  { id: "controller", codes: ["REG-2"], fields: null },
  { id: "controllerRepresentative", codes: ["REG-3"], fields: ["controllerRepresentative"] },
  { id: "processorRepresentative", codes: ["REG-3"], fields: ["processorRepresentative"] },
  { id: "dpo", codes: ["REG-4"], fields: null },
  { id: "operations", codes: ["REG-5"], fields: null },
  { id: "countries", codes: ["REG-6"], fields: null },
  { id: "safeguards", codes: ["REG-7"], fields: null },
  { id: "measures", codes: ["REG-8"], fields: null },
] as const satisfies readonly {
  id: string;
  codes: readonly string[];
  fields: readonly RecordField[] | null;
}[];

export type Mention = (typeof MENTIONS)[number]["id"];

/** How many of the nine are filled, for "6 mentions sur 9", and which are not. */
export function countMentions(gaps: readonly Gap[]): { filled: number; total: number; open: Mention[] } {
  const required = gaps.filter(({ level }) => level === "required");
  const open = MENTIONS.filter((mention) => required.some((gap) => leavesOpen(gap, mention))).map(
    ({ id }) => id,
  );
  return { filled: MENTIONS.length - open.length, total: MENTIONS.length, open };
}

function leavesOpen(gap: Gap, { codes, fields }: (typeof MENTIONS)[number]): boolean {
  const isCode = (codes as readonly string[]).includes(gap.code);
  return isCode && (fields === null || (fields as readonly RecordField[]).includes(gap.field));
}
