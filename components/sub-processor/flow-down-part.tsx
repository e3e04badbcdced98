import { GitCompareArrows } from "lucide-react";
import { useTranslations } from "next-intl";
import { FlowState } from "@/components/clauses/flow-state";
import { Part } from "@/components/shell/sheet";
import { LinkButton } from "@/components/ui/button";
import type { LoadedSubProcessor } from "./loaded-sub-processor";

/** Number of lines weaker than promised to clients, article 28(4). */
export function FlowDownPart({ org, loaded }: { org: string; loaded: LoadedSubProcessor }) {
  const t = useTranslations("sub-processor");
  const { subProcessor, clients } = loaded;
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
          <>
            <FlowState lines={clients.flatMap(({ lines }) => lines)} />{" "}
            <span className="muted">{contracts}</span>
          </>
        ) : (
          <span className="muted">{t(loaded.hasContract ? "flowDown.none" : "flowDown.unsigned")}</span>
        )}
      </p>
    </Part>
  );
}
