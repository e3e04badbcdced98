import { GitCompareArrows } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import { Status } from "@/components/ui/status";
import { joinParts } from "@/lib/i18n/format";
import type { LoadedSubProcessor } from "./loaded-sub-processor";

/** On how many lines it promises less than clients were promised, art. 28(4). */
export function FlowDownPart({ org, loaded }: { org: string; loaded: LoadedSubProcessor }) {
  const t = useTranslations("sub-processor");
  const locale = useLocale();
  const { subProcessor, clients } = loaded;
  const count = clients.reduce((sum, { shortfalls }) => sum + shortfalls.length, 0);
  const compare = clients.length > 0 && (
    <LinkButton
      tone="bare"
      icon={GitCompareArrows}
      href={`/${org}/sub-processors/${subProcessor.id}/flow-down`}
    >
      {t("flowDown.open")}
    </LinkButton>
  );
  const contracts = t("flowDown.contracts", { count: clients.length });
  return (
    <Part id="flow-down" title={t("parts.flowDown")} article={t("articles.flowDown")} aside={compare}>
      <p className="mt-3">
        {clients.length > 0 ? (
          <Status kind={count > 0 ? "warn" : "ok"}>
            {joinParts([t("flowDown.count", { count }), contracts], locale, " · ")}
          </Status>
        ) : (
          <span className="muted">{t(loaded.hasContract ? "flowDown.none" : "flowDown.unsigned")}</span>
        )}
      </p>
    </Part>
  );
}
