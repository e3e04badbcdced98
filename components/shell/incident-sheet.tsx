"use client";

import { useTranslations } from "next-intl";
import { AuthShell } from "./auth-shell";
import { HomeLink } from "./home-link";

/** Client code, small because it is bundled with every page. A stranger with a link has no home here. */
export function IncidentSheet({ of: kind }: { of: "notFound" | "forbidden" | "link" }) {
  const t = useTranslations("incident");
  return (
    <AuthShell note={t(`${kind}Note`)} title={t(`${kind}Title`)} lead={t(`${kind}Text`)}>
      {kind === "notFound" && <p className="muted mt-3">{t("notFoundWhat")}</p>}
      {kind !== "link" && (
        <div className="bar">
          <HomeLink className="btn go">{t("home")}</HomeLink>
        </div>
      )}
    </AuthShell>
  );
}
