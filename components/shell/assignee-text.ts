import type { useTranslations } from "next-intl";
import type { AssignmentStatus } from "@/lib/domain/assignment/assignment";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

type Translate = ReturnType<typeof useTranslations<"assignment">>;

/** Says who has a line; "" where nobody does. */
export function assigneeText(
  t: Translate,
  { state, member, substitute, awayUntil }: AssignmentStatus,
  locale: Locale,
): string {
  const name = member?.name ?? "";
  switch (state) {
    case "held":
      return t("line.held", { name });
    case "away": {
      const day = formatDay(awayUntil, locale);
      return substitute
        ? t("line.away", { name, day, substitute: substitute.name })
        : t("line.awayAlone", { name, day });
    }
    case "left":
      return t("line.left", { name });
    case "nobody":
      return "";
  }
}

/** Address of the page on which a line is given to somebody. */
export function assignHref(org: string, line: string): string {
  return `/${org}/obligations/assign?line=${encodeURIComponent(line)}`;
}
