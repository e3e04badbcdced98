import { isLocale, type Locale } from "./locale";

/** Parameter by which a link of a letter says in which language the letter is written. */
const PARAMETER = "language";

/** Pages that people without an account open from a letter: their browser says nothing of the language they were written to. */
const STRANGERS = ["/answer/", "/parents/", "/public/", "/subscriptions/"];

function isOfStrangers(pathname: string): boolean {
  return STRANGERS.some((start) => pathname.startsWith(start));
}

/** Adds the language of a letter to a link of it that strangers open; any other link stays as it is. */
export function inLanguage(link: string, locale: Locale): string {
  if (!URL.canParse(link)) return link;
  const url = new URL(link);
  if (!isOfStrangers(url.pathname)) return link;
  url.searchParams.set(PARAMETER, locale);
  return url.href;
}

/** Language of the letter that led to an address, with the same address without it; null where it says none. */
export function letterLanguage(address: URL): { locale: Locale; path: string } | null {
  const locale = address.searchParams.get(PARAMETER);
  if (!isLocale(locale) || !isOfStrangers(address.pathname)) return null;
  const rest = new URLSearchParams(address.searchParams);
  rest.delete(PARAMETER);
  return { locale, path: address.pathname + (rest.size > 0 ? `?${rest}` : "") };
}
