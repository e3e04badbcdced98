import { getTranslations } from "next-intl/server";
import { LinkRequestForm } from "@/components/link-sign-in/link-request-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { Words } from "@/components/shell/words";
import type { Search } from "@/lib/forms/list-query";
import { loadLinkRequest } from "@/lib/features/link-sign-in/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { searchParams: Promise<Search> };

export const generateMetadata = titled("link-sign-in", "request.title");

/** Target of letter links for anybody signed out; opens nothing by itself. */
export default async function PortalSignInPage({ searchParams }: PageProps) {
  const asked = await loadLinkRequest(await searchParams);
  const t = await getTranslations("link-sign-in");
  return (
    <AuthShell title={t("request.title")} lead={t("request.lead")} note={t("note")}>
      <Words of={["form", "link-sign-in"]}>
        <LinkRequestForm {...asked} />
      </Words>
    </AuthShell>
  );
}
