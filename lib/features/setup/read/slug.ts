import { trimBothEndsOf } from "@/lib/domain/text/trim-characters";

// Path segments of the application itself.
const TAKEN = new Set([
  "api",
  "sign-in",
  "setup",
  "portal",
  "audit",
  "public",
  "answer",
  "parents",
  "subscriptions",
  "organisations",
  "invitations",
  "account",
  "forgot-password",
  "reset-password",
  "change-email",
  "keep-email",
  "fonts",
  "law",
]);

/** Example: "Nejma Contact SARL" → "nejma-contact-sarl". */
export function slugOf(name: string): string {
  const ascii = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  const slug = trimBothEndsOf(ascii, "-").slice(0, 48);
  return slug === "" || TAKEN.has(slug) ? `org-${slug || "1"}` : slug;
}
