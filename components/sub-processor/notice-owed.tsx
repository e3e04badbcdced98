import { useTranslations } from "next-intl";
import { GapNote } from "@/components/ui/record-field";

/** States the consequence of a change under article 28(2); renders nothing where nobody relies on it. */
export function NoticeOwed({ reliant }: { reliant: number }) {
  const t = useTranslations("sub-processor");
  if (reliant === 0) return null;
  return (
    <div role="note" className="prose-line mb-4">
      <GapNote article={t("articles.service")} title={t("notice.title")}>
        {t("notice.text", { count: reliant })}
      </GapNote>
    </div>
  );
}
