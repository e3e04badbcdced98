"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { HomeLink } from "@/components/shell/home-link";
import { Line, Sheet } from "@/components/shell/sheet";
import { Icon } from "@/components/ui/icon";

type FaultPageProps = { error: Error & { digest?: string }; reset: () => void };

/**
 * Shows the reference of a fault alone: its message stands in the log. Stands within the shell unless that was read in the
 * same transaction, which a statement that fails ends for both.
 */
export function FaultPage({ error, reset }: FaultPageProps) {
  const t = useTranslations("incident");
  return (
    <Sheet>
      <Line className="head" note={t("errorNote")}>
        <div role="alert">
          <h1>{t("errorTitle")}</h1>
          <p className="lead">{t("errorSafe")}</p>
          <p className="muted mt-3 prose-line">{t("errorWhat")}</p>
          {error.digest && (
            <p className="muted mt-3">
              {t("reference")} <span className="hash">{error.digest}</span>
            </p>
          )}
          <div className="bar">
            <button type="button" className="btn go" onClick={reset}>
              <Icon of={RotateCw} small />
              {t("retry")}
            </button>
            <HomeLink className="btn">{t("home")}</HomeLink>
          </div>
        </div>
      </Line>
    </Sheet>
  );
}
