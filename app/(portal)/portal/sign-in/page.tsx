import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkRequestForm } from "@/components/portal-sign-in/link-request-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { Words } from "@/components/shell/words";
import type { Search } from "@/lib/forms/list-query";
import { loadLinkRequest } from "@/lib/features/portal-sign-in/loaders";

type PageProps = { searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal-sign-in"))("request.title") };
}

/** Target of letter links for anybody signed out; opens nothing by itself. */
export default async function PortalSignInPage({ searchParams }: PageProps) {
  const asked = await loadLinkRequest(await searchParams);
  const t = await getTranslations("portal-sign-in");
  return (
    <AuthShell title={t("request.title")} lead={t("request.lead")} note={t("note")}>
      <Words of={["form", "portal-sign-in"]}>
        <LinkRequestForm {...asked} />
      </Words>
    </AuthShell>
  );
}
