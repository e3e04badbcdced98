import { useLocale, useTranslations } from "next-intl";
import { LifePart } from "@/components/shell/life-part";
import type { LoadedWork } from "@/lib/features/dpo-work/loaders";
import { formatPartialDate, joinParts } from "@/lib/i18n/format";

/** Facts with all that was said of them, then versions. */
export function WorkHistory({ loaded: { facts, versions, lines } }: { loaded: LoadedWork }) {
  const t = useTranslations("dpo-work");
  const locale = useLocale();
  const rows = facts.map(({ detail, reason, nextOn, amount, part, ...fact }) => ({
    ...fact,
    reason: joinParts(
      [
        lines.find(({ line }) => line.id === part)?.line.text ?? "",
        amount === null ? "" : t("sheet.minutesCount", { count: amount }),
        detail,
        nextOn === null
          ? ""
          : `${t(`asks.nextOn.${fact.event}`)} ${formatPartialDate({ value: nextOn, text: "" }, locale)}`,
        reason,
      ],
      locale,
      " · ",
    ),
  }));
  return (
    <LifePart
      noun="dpo-work"
      facts={rows}
      versions={versions}
      changeOf={({ change }) => t(`history.${change}`)}
    />
  );
}
