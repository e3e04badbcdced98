import { IntlMessageFormat, type FormatXMLElementFn } from "intl-messageformat";
import { isValidElement, type ReactNode } from "react";
import { IntlError, IntlErrorCode, type RichTranslationValues } from "use-intl/core";
import { elideBeforeValues } from "./elision";

type Options = { locale: string };

/** Sentences that were read before, by language. The catalogue ends somewhere, and so does this. */
const read = new Map<string, Map<string, IntlMessageFormat>>();
const UTC = { timeZone: "UTC" };
const formats = {
  date: inUtc(IntlMessageFormat.formats.date),
  time: inUtc(IntlMessageFormat.formats.time),
};

/**
 * Replaces `use-intl/format-message` in the bundle: the library parses each sentence again in every request,
 * and this caches the result for the life of the process or page. Results are equal, an error for a missing
 * value included; but French elides before a name. Dates in sentences are in UTC.
 */
export default function formatMessage(
  _key: string,
  message: unknown,
  values: RichTranslationValues | undefined,
  { locale }: Options,
): ReactNode {
  if (Array.isArray(message)) throw new IntlError(IntlErrorCode.INVALID_MESSAGE, undefined);
  if (typeof message === "object") throw new IntlError(IntlErrorCode.INSUFFICIENT_PATH, undefined);
  const text = elideBeforeValues(String(message), values, locale);
  if (!values && !/['{}<#|]/.test(text)) return text;
  const stated: unknown = parsed(locale, text).format(
    values as Record<string, FormatXMLElementFn<ReactNode>>,
  );
  return isValidElement(stated) || Array.isArray(stated) || typeof stated === "string"
    ? stated
    : String(stated);
}

// The library's sign that it takes sentences as they are written, not compiled beforehand.
formatMessage.raw = true;

function parsed(locale: string, text: string): IntlMessageFormat {
  let ofLocale = read.get(locale);
  if (!ofLocale) read.set(locale, (ofLocale = new Map()));
  let sentence = ofLocale.get(text);
  if (!sentence) ofLocale.set(text, (sentence = parse(locale, text)));
  return sentence;
}

function parse(locale: string, text: string): IntlMessageFormat {
  try {
    return new IntlMessageFormat(text, locale, formats);
  } catch {
    throw new IntlError(IntlErrorCode.INVALID_MESSAGE, undefined);
  }
}

function inUtc<Format extends object>(named: Record<string, Format>) {
  return Object.fromEntries(Object.entries(named).map(([name, format]) => [name, { ...UTC, ...format }]));
}
