import { getTranslations } from "next-intl/server";
import { LinkRequestForm } from "@/components/link-sign-in/link-request-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { Words } from "@/components/shell/words";
import { loadLinkRequest } from "@/lib/features/link-sign-in/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { searchParams: Promise<Search> };

export const generateMetadata = titled("audit.signIn", "title");

/** Target of an auditor's letter for anybody signed out; opens nothing by itself. */
export default async function AuditSignInPage({ searchParams }: PageProps) {
  const asked = await loadLinkRequest(await searchParams, "audit");
  const t = await getTranslations("audit.signIn");
  return (
    <AuthShell title={t("title")} lead={t("lead")} note={t("note")}>
      <Words of={["form", "link-sign-in"]}>
        <LinkRequestForm {...asked} />
      </Words>
    </AuthShell>
  );
}
