import { readChoice } from "@/lib/domain/account/browser-choice";
import { itemAt } from "@/lib/domain/invariant/required";

/** The languages of the interface, French first: it is the language of the register and of its controllers. */
export const LOCALES = ["fr", "en", "ar"] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "fr";

/** Each language named in itself, for whoever cannot read the current one. */
export const LOCALE_NAMES: Record<Locale, string> = { fr: "Français", en: "English", ar: "العربية" };

export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

declare module "use-intl" {
  interface AppConfig {
    Locale: Locale;
  }
}

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}

/** The look that was chosen in a browser; undefined means: as its system has it. */
export function themeOf(jar: { get: (name: string) => { value: string } | undefined }): Theme | undefined {
  const chosen = readChoice("theme", (name) => jar.get(name)?.value);
  return isTheme(chosen) ? chosen : undefined;
}

export function directionOf(locale: Locale): "ltr" | "rtl" {
  return locale === "ar" ? "rtl" : "ltr";
}

/** The person's choice, else the first language of the browser that we speak, else French. */
export function resolveLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie;
  return preferredLanguages(acceptLanguage ?? "").find(isLocale) ?? DEFAULT_LOCALE;
}

/** "en-GB;q=0.8, fr-FR" → ["fr", "en"]; a language refused with q=0 is left out. */
function preferredLanguages(acceptLanguage: string): string[] {
  return acceptLanguage
    .split(",")
    .map((entry) => {
      const [tag = "", ...params] = entry.trim().split(";");
      const quality = params.map((param) => /^\s*q=([\d.]+)\s*$/.exec(param)?.[1]).find(Boolean);
      return {
        language: itemAt(tag.split("-"), 0).toLowerCase(),
        quality: quality === undefined ? 1 : Number(quality),
      };
    })
    .filter((entry) => entry.quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map((entry) => entry.language);
}
