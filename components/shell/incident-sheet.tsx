"use client";

import { useTranslations } from "next-intl";
import { AuthShell } from "./auth-shell";
import { HomeLink } from "./home-link";

/**
 * What a page answers when it is not there, or not for this role. It stands behind every page, so it is browser code:
 * drawn only when it is shown, and light.
 */
export function IncidentSheet({ of: kind }: { of: "notFound" | "forbidden" }) {
  const t = useTranslations("incident");
  return (
    <AuthShell note={t(`${kind}Note`)} title={t(`${kind}Title`)} lead={t(`${kind}Text`)}>
      {kind === "notFound" && <p className="muted mt-3">{t("notFoundWhat")}</p>}
      <div className="bar">
        <HomeLink className="btn go">{t("home")}</HomeLink>
      </div>
    </AuthShell>
  );
}
