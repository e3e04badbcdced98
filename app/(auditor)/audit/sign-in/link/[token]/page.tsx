import { getTranslations } from "next-intl/server";
import { EnterForm } from "@/components/link-sign-in/enter-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { LinkButton } from "@/components/ui/button";
import { loadLink } from "@/lib/features/link-sign-in/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ token: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("audit.signIn", "title");

/** A GET signs nobody in: the form does, and only in the browser that asked for the link. */
export default async function AuditLinkPage({ params, searchParams }: PageProps) {
  const { token } = await params;
  const { isHere, ...post } = await loadLink(token, await searchParams, "audit");
  const [t, words] = await Promise.all([getTranslations("audit.signIn"), getTranslations("link-sign-in")]);
  if (isHere)
    return (
      <AuthShell title={t("title")} lead={words("link.lead")} note={t("note")}>
        <EnterForm {...post} token={token} />
      </AuthShell>
    );
  return (
    <AuthShell title={words("elsewhere.title")} lead={words("elsewhere.lead")} note={t("note")}>
      <p className="form-end">
        <LinkButton href="/audit/sign-in">{words("elsewhere.again")}</LinkButton>
      </p>
    </AuthShell>
  );
}
