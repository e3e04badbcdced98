import { useLocale, useTranslations } from "next-intl";
import type { Zone } from "@/lib/domain/time/zones";
import type { NoticeContent } from "@/lib/domain/breach/notice-content";
import { describeAfterRectification } from "@/lib/i18n/rectification-words";

/** Names the rectification that reached the client before a new initial notice, in the words of its letter, art. 33(2). */
export function AfterRectification({
  of,
  zone = "Europe/Paris",
}: {
  of: NoticeContent["afterRectification"] | null;
  zone?: Zone;
}) {
  const t = useTranslations("breach-notice-letter");
  const locale = useLocale();
  if (!of) return null;
  return <p className="mt-3">{describeAfterRectification(of, t, locale, zone).join(" ")}</p>;
}
