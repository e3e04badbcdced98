import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { CellGroup } from "@/lib/domain/authorisation/matrix";
import { joinParts } from "@/lib/i18n/format";
import { SIGNS } from "./signs";

const COUNTED = ["active", "waits", "refused", "past"] as const satisfies readonly CellGroup[];
const EXPLAINED = ["active", "to-sign", "expired"] as const;

export function MatrixFoot({ tally }: { tally: Record<CellGroup, number> }) {
  const t = useTranslations("authorisation-matrix");
  return (
    <>
      <p className="muted">
        {joinParts(
          COUNTED.map((group) => t(`counts.${group}`, { count: tally[group] })),
          useLocale(),
        )}
      </p>
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        {EXPLAINED.map((state) => (
          <span key={state}>
            <Icon of={SIGNS[state]} small /> {t(`legend.${state}`)}
          </span>
        ))}
        <span>{t("legend.never")}</span>
        <span>{t("legend.day")}</span>
      </p>
    </>
  );
}
