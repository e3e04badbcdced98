import { isUnknown } from "@/lib/domain/breach/notice";
import type { NoticeContent, NoticeField } from "@/lib/domain/breach/notice-content";
import { required } from "@/lib/domain/invariant/required";
import type { Zone } from "@/lib/domain/time/zones";
import { formatInstant, formatList, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Translator } from "@/lib/i18n/translator";

export type PrintedLine = { text: string; tone: "plain" | "soft" | "missing" };

/** Words of `breach-notice-letter` in one language. */
export type LetterWords = {
  t: Translator;
  locale: Locale;
  /** Zone of the controller. */
  zone: Zone;
};

/** The value of one field in words; a final notice no longer promises what could not be established. */
export function describeField(
  content: NoticeContent,
  { id, kind }: NoticeField,
  { t, locale, zone }: LetterWords,
  isFinal: boolean,
): PrintedLine[] {
  const value = content[id];
  if (isUnknown(value)) return [{ text: t(isFinal ? "notEstablished" : "unknown"), tone: "soft" }];
  if (kind === "instant") return instantLines(value as number, { locale, zone });
  if (kind === "count") return [plain(formatNumber(value as number, locale))];
  if (kind === "codes")
    return [
      plain(
        formatList(
          required(content.natures, "natures that are known").map((nature) => t(`natures.${nature}`)),
          locale,
        ),
      ),
    ];
  return textLines(value as string);
}

/** An instant in Casablanca and in the city of the controller, each with its offset; once where they are one. */
export function instantLines(
  at: number,
  { locale, zone }: Pick<LetterWords, "locale" | "zone">,
): PrintedLine[] {
  const here = plain(formatInstant(at, "Africa/Casablanca", locale, { long: true }));
  return zone === "Africa/Casablanca"
    ? [here]
    : [here, { text: formatInstant(at, zone, locale, { long: true }), tone: "soft" }];
}

export function textLines(text: string): PrintedLine[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map(plain);
}

function plain(text: string): PrintedLine {
  return { text, tone: "plain" };
}
