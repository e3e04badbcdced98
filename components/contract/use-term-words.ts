import { useLocale, useTranslations } from "next-intl";
import type { StatusKind } from "@/components/ui/status";
import type { TermStatus } from "@/lib/domain/contract/term";
import { formatDay } from "@/lib/i18n/format";

export function useTermWords() {
  const t = useTranslations("contract.term");
  const locale = useLocale();
  const day = (isoDay: string) => formatDay(isoDay, locale);
  return (term: TermStatus): { text: string; kind: StatusKind } => {
    switch (term.kind) {
      case "not-begun":
        return {
          text: term.begins ? t("begins", { day: day(term.begins) }) : t("not-begun"),
          kind: "plain",
        };
      case "open-ended":
        return { text: t("open-ended"), kind: "plain" };
      case "running":
        return {
          text: t(runningKey(term), { day: day(term.ends), notice: day(term.noticeCloses ?? term.ends) }),
          kind: "plain",
        };
      case "notice-closing":
        return {
          text: t("notice-closing", { day: day(term.ends), notice: day(term.noticeCloses) }),
          kind: "warn",
        };
      case "renews-tomorrow":
        return { text: t("renews-tomorrow"), kind: "warn" };
      case "expired":
        return { text: t("expired", { day: day(term.ends) }), kind: "late" };
      case "ended":
        return { text: t("ended", { day: day(term.on) }), kind: "plain" };
    }
  };
}

function runningKey({ renews, noticeCloses }: Extract<TermStatus, { kind: "running" }>): string {
  if (!renews) return "runs-out";
  return noticeCloses ? "renews-unless" : "renews";
}
