import { isUnknown } from "@/lib/domain/breach/notice";
import type { NoticeContent, NoticeField } from "@/lib/domain/breach/notice-content";
import { required } from "@/lib/domain/invariant/required";
import { formatInstant, formatList, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Translator } from "@/lib/i18n/translator";

export type PrintedLine = { text: string; tone: "plain" | "soft" | "missing" };

/** Words of `breach-notice-letter` in one language. */
export type LetterWords = { t: Translator; locale: Locale };

/** The value of one field in words; a final notice no longer promises what could not be established. */
export function describeField(
  content: NoticeContent,
  { id, kind }: NoticeField,
  { t, locale }: LetterWords,
  isFinal: boolean,
): PrintedLine[] {
  const value = content[id];
  if (isUnknown(value)) return [{ text: t(isFinal ? "notEstablished" : "unknown"), tone: "soft" }];
  if (kind === "instant") return instantLines(value as number, locale);
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

/** Both clocks, each with its offset. */
export function instantLines(at: number, locale: Locale): PrintedLine[] {
  return [
    plain(formatInstant(at, "Africa/Casablanca", locale, { long: true })),
    { text: formatInstant(at, "Europe/Paris", locale, { long: true }), tone: "soft" },
  ];
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
