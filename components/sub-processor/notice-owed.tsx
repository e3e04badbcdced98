import { useTranslations } from "next-intl";

/** Before anything is saved: what a change costs, art. 28(2). Nothing where nobody relies on it yet. */
export function NoticeOwed({ reliant }: { reliant: number }) {
  const t = useTranslations("sub-processor.notice");
  if (reliant === 0) return null;
  return (
    <p className="reason mb-4" role="note">
      <b>{t("title")}</b> {t("text", { count: reliant })}
    </p>
  );
}
