import type { ComposedLetter } from "@/lib/i18n/letter";

/** Shows the address of each link in full. */
export function letterText({ greeting, paragraphs, action, closing, leave, foot }: ComposedLetter): string {
  const act = action ? [`${action.label}\n${action.link ?? "…"}`] : [];
  const end = [foot.sender, foot.organisation, foot.address].filter(Boolean).join("\n");
  const left = leave ? [`${leave.label}\n${leave.link}`] : [];
  return `${[greeting, ...paragraphs, ...act, closing, ...left].join("\n\n")}\n\n-- \n${end}\n`;
}
