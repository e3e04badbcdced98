import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { GrantSheet } from "@/components/grant/grant-sheet";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadGrant, loadGrantTitle } from "@/lib/features/grant/loaders";
import type { Search } from "@/lib/forms/list-query";
import { isolate } from "@/lib/i18n/bidi";

type PageProps = { params: Promise<{ org: string; id: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, id } = await params;
  return { title: await loadGrantTitle(org, id) };
}

/** Has no loading state: a refused role must be answered 403, and a streamed answer can no longer change its status. */
export default async function GrantPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const grant = await loadGrant(org, id, await searchParams);
  const [t, locale] = await Promise.all([getTranslations("grant"), getLocale()]);
  return (
    <Sheet>
      <PageHead note={t("article")} title={isolate(grant.name, locale)} />
      <Words of={["form", "grant"]}>
        <GrantSheet org={org} grant={grant} />
      </Words>
    </Sheet>
  );
}
