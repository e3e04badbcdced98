import { getTranslations } from "next-intl/server";
import { EnterForm } from "@/components/link-sign-in/enter-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { LinkButton } from "@/components/ui/button";
import type { Search } from "@/lib/forms/list-query";
import { loadLink } from "@/lib/features/link-sign-in/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Search>;
};

export const generateMetadata = titled("link-sign-in", "link.title");

/** A GET signs nobody in: the form does, and only in the browser that asked for the link. */
export default async function LinkPage({ params, searchParams }: PageProps) {
  const { token } = await params;
  const { isHere, ...post } = await loadLink(token, await searchParams);
  const t = await getTranslations("link-sign-in");
  if (isHere)
    return (
      <AuthShell title={t("link.title")} lead={t("link.lead")} note={t("note")}>
        <EnterForm {...post} token={token} />
      </AuthShell>
    );
  return (
    <AuthShell title={t("elsewhere.title")} lead={t("elsewhere.lead")} note={t("note")}>
      <p className="form-end">
        <LinkButton href="/portal/sign-in">{t("elsewhere.again")}</LinkButton>
      </p>
    </AuthShell>
  );
}
