import { useLocale, useTranslations } from "next-intl";
import { LifePart } from "@/components/shell/life-part";
import { joinParts } from "@/lib/i18n/format";
import type { LoadedSubProcessor } from "./loaded-sub-processor";

type HistoryProps = {
  /** Path of the sub-processor. */
  at: string;
  loaded: LoadedSubProcessor;
};

/** Marks versions that changed the authorised scope. */
export function SubProcessorHistory({ at, loaded: { versions, facts, subProcessor } }: HistoryProps) {
  const t = useTranslations("sub-processor.history");
  const locale = useLocale();
  const isOtherScope = (index: number) =>
    versions[index + 1] !== undefined && versions[index + 1]?.scopeDigest !== versions[index]?.scopeDigest;
  return (
    <LifePart
      noun="sub-processor"
      facts={facts}
      versions={versions}
      isOpen={false}
      versionsHref={`${at}/versions`}
      changeOf={({ change }, index) =>
        joinParts([t(`changes.${change}`), isOtherScope(index) && t("scopeChanged")], locale)
      }
    >
      <p className="muted mt-3">
        {t("digest")} <bdi className="break-all font-mono text-[12px]">{subProcessor.scopeDigest}</bdi>
      </p>
    </LifePart>
  );
}
