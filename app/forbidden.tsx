import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthShell } from "@/components/shell/auth-shell";
import { LinkButton } from "@/components/ui/button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ui"))("forbiddenTitle") };
}

/** A page of one's own organisation that one's role does not open. */
export default async function Forbidden() {
  const [t, incident] = [await getTranslations("account"), await getTranslations("incident")];
  return (
    <AuthShell note={t("forbidden.note")} title={t("forbidden.title")} lead={t("forbidden.text")}>
      <div className="bar">
        <LinkButton tone="go" href="/">
          {incident("home")}
        </LinkButton>
      </div>
    </AuthShell>
  );
}
