import { useTranslations } from "next-intl";
import type { NoticeContent } from "@/lib/domain/breach/notice-content";

/** Says by which hours an issued notice answers for its delay; the processor's own are no law's, art. 33(2). */
export function DelayWords({ of }: { of: { lateReason: string; content: NoticeContent } }) {
  const t = useTranslations("breach-notice");
  const { lateReason: reason, content } = of;
  if (reason === "") return null;
  return (
    <p className="mt-3">
      {content.delay?.rule === "own-threshold"
        ? t("thresholdWas", { hours: content.delay.hours, reason })
        : t("lateWas", { reason })}
    </p>
  );
}
