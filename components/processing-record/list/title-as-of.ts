import { getLocale, getTranslations } from "next-intl/server";
import type { AsOf } from "@/lib/domain/time/as-of";
import { formatDay } from "@/lib/i18n/format";

/** Example: "T-014, au 14 mars 2026" for a past state. */
export async function titleAsOf(title: string, asOf: AsOf | null): Promise<string> {
  if (!asOf) return title;
  const t = await getTranslations("history.asOf");
  return t("title", { title, day: formatDay(asOf.day, await getLocale(), { long: true }) });
}
