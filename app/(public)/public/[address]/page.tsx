import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PublishedPage } from "@/components/public-page/published-page";
import { SubscribeForm } from "@/components/public-page/subscribe-form";
import { PortalHead } from "@/components/shell/portal-page";
import { PublicShell } from "@/components/shell/public-shell";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { loadPublished } from "@/lib/features/public-page/loaders";

type PageProps = { params: Promise<{ address: string }> };

/** Leads to the plain refusal before the head is written, so that the answer has its status. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { address } = await params;
  const { name } = await loadPublished(address, await getLocale());
  return { title: { absolute: (await getTranslations("published"))("title", { name }) } };
}

export default async function PublishedPagePage({ params }: PageProps) {
  const { address } = await params;
  const view = await loadPublished(address, await getLocale());
  const t = await getTranslations("published");
  return (
    <PublicShell organisation={view.name}>
      <PortalHead title={t("heading")} lead={t("lead", { name: view.name, place: view.place })} />
      <PublishedPage
        view={view}
        request={
          <p className="pt-3 print:hidden">
            <LinkButton href={`/public/${address}/request`}>{t("request.open")}</LinkButton>
          </p>
        }
        subscribe={
          <Words of={["form", "published"]}>
            <SubscribeForm address={address} />
          </Words>
        }
      />
    </PublicShell>
  );
}
