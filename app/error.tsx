"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Line, Sheet } from "@/components/shell/sheet";
import { Button, LinkButton } from "@/components/ui/button";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** First what is safe. The message of the error stays in the log; the person gets its reference. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
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
            <Button tone="go" icon={RotateCw} onClick={reset}>
              {t("retry")}
            </Button>
            <LinkButton href="/">{t("home")}</LinkButton>
          </div>
        </div>
      </Line>
    </Sheet>
  );
}
