import type { NoticeContent } from "@/lib/domain/breach/notice-content";
import type { Zone } from "@/lib/domain/time/zones";
import { formatForController } from "./format";
import type { Locale } from "./locale";

type Words = (
  key: "afterRectification" | "toldOfRectification" | "hoursToJudge" | "hoursFromFirst",
  values?: Record<string, string>,
) => string;

/**
 * Names the rectification that a client received before, in sentences of `breach-notice-letter`. Asserts nothing of the client's own
 * hours: whether they began anew is for it and its authority to judge, 33(1).
 */
export function describeAfterRectification(
  { by, at, firstAwareAt }: NonNullable<NoticeContent["afterRectification"]>,
  t: Words,
  locale: Locale,
  zone: Zone,
): string[] {
  const inWords = (instant: number) => formatForController(instant, zone, locale, { long: true });
  // A notice of before keeps what its PDF says.
  if (firstAwareAt === undefined) return [t("afterRectification", { by, when: inWords(at) })];
  return [
    t("toldOfRectification", { by, when: inWords(at) }),
    firstAwareAt === null ? t("hoursToJudge") : t("hoursFromFirst", { first: inWords(firstAwareAt) }),
  ];
}
