/**
 * Cookies of choices made for one browser. `__Host-` over https, so that no other host can set them; plain
 * http on loopback allows no prefix.
 */
export const CHOICE_COOKIES = {
  locale: { secure: "__Host-amana.locale", plain: "locale" },
  theme: { secure: "__Host-amana.theme", plain: "theme" },
} as const;

export type Choice = keyof typeof CHOICE_COOKIES;

/** The choice that a request's cookies hold; a plain one counts where there is no other. */
export function readChoice(
  choice: Choice,
  valueOf: (name: string) => string | undefined,
): string | undefined {
  const { secure, plain } = CHOICE_COOKIES[choice];
  return valueOf(secure) ?? valueOf(plain);
}
