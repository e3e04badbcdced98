import { cookies } from "next/headers";

const YEAR_S = 365 * 24 * 3600;

/** The language of this browser, chosen by whoever sits at it. */
export async function putLocale(locale: string): Promise<void> {
  (await cookies()).set("locale", locale, { path: "/", maxAge: YEAR_S, sameSite: "lax" });
}

/** A browser in which nobody has chosen yet speaks the language of whoever signs in. */
export async function lendLocale(locale: string): Promise<void> {
  if (!(await cookies()).has("locale")) await putLocale(locale);
}
