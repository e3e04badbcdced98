import { cookies } from "next/headers";
import { CHOICE_COOKIES, readChoice, type Choice } from "@/lib/domain/account/browser-choice";
import { COOKIE_OPTIONS } from "./cookie";

const YEAR_S = 365 * 24 * 3600;

/** The language or the look of this browser, chosen by whoever sits at it; null takes a choice back. */
export async function setChoiceCookie(choice: Choice, value: string | null): Promise<void> {
  const jar = await cookies();
  const { isSecure, name, other, options } = cookieOf(choice, value, COOKIE_OPTIONS.secure);
  jar.set(name, value ?? "", options);
  // Deletes the cookie of the other protocol. Browsers accept nothing under `__Host-` that is not secure.
  if (isSecure && jar.has(other)) jar.set(other, "", { path: "/", maxAge: 0 });
}

export function cookieOf(choice: Choice, value: string | null, isSecure: boolean) {
  const { secure, plain } = CHOICE_COOKIES[choice];
  return {
    isSecure,
    name: isSecure ? secure : plain,
    other: isSecure ? plain : secure,
    options: {
      path: "/",
      sameSite: "lax" as const,
      secure: isSecure,
      maxAge: value === null ? 0 : YEAR_S,
    },
  };
}

/** A browser in which nobody has chosen yet speaks the language of whoever signs in. */
export async function suggestLocale(locale: string): Promise<void> {
  const jar = await cookies();
  if (readChoice("locale", (name) => jar.get(name)?.value) === undefined)
    await setChoiceCookie("locale", locale);
}
