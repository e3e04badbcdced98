import { FLOOR_TEMPLATES } from "./contact-handling";
import { INBOUND_TEMPLATES } from "./inbound";
import { OUTBOUND_TEMPLATES } from "./outbound";
import type { OpenMention, RecordTemplate } from "./types";

/** Typical processings of a call centre, each honest about what it leaves to be filled in. */
export const TEMPLATES: readonly RecordTemplate[] = [
  ...INBOUND_TEMPLATES,
  ...OUTBOUND_TEMPLATES,
  ...FLOOR_TEMPLATES,
];

const BY_CODE = new Map(TEMPLATES.map((template) => [template.code, template]));

/** The template of a code, undefined where there is none. */
export function recordTemplate(code: string): RecordTemplate | undefined {
  return BY_CODE.get(code);
}

/**
 * Lists the mentions that an entry begun from it leaves open: security too, while none of the suggested
 * measures is adopted.
 */
export function openMentions(
  { open }: Pick<RecordTemplate, "open">,
  { adopted }: { adopted: number },
): OpenMention[] {
  return open.filter(({ code }) => code !== "REG-8" || adopted === 0);
}
