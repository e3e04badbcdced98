import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthShell } from "@/components/shell/auth-shell";
import { LinkButton } from "@/components/ui/button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("incident"))("notFoundTitle") };
}

/** Said alike of what does not exist and of what is out of one's scope: the answer gives nothing away. */
export default async function NotFound() {
  const t = await getTranslations("incident");
  return (
    <AuthShell note={t("notFoundNote")} title={t("notFoundTitle")} lead={t("notFoundText")}>
      <p className="muted mt-3">{t("notFoundWhat")}</p>
      <div className="bar">
        <LinkButton tone="go" href="/">
          {t("home")}
        </LinkButton>
      </div>
    </AuthShell>
  );
}
