import type { ComposedLetter } from "@/lib/i18n/letter";

/** Shows the address of each link in full. */
export function letterText({ greeting, paragraphs, action, closing, foot }: ComposedLetter): string {
  const act = action ? [`${action.label}\n${action.link ?? "…"}`] : [];
  const end = [foot.sender, foot.organisation, foot.address].filter(Boolean).join("\n");
  return `${[greeting, ...paragraphs, ...act, closing].join("\n\n")}\n\n-- \n${end}\n`;
}
