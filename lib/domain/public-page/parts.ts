/** Parts that an organisation chooses to show, in the order of the page. */
export const PUBLIC_PARTS = [
  "activity",
  "contact",
  "dpo",
  "requests",
  "representative",
  "sub-processors",
  "measures",
  "certifications",
  "key",
] as const;
export type PublicPart = (typeof PUBLIC_PARTS)[number];

export function isPublicPart(text: string): text is PublicPart {
  return (PUBLIC_PARTS as readonly string[]).includes(text);
}
