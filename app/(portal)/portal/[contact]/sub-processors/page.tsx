import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { PortalSubProcessor } from "@/components/sub-processor/portal-sub-processor";
import { loadPortalSubProcessors } from "@/lib/features/sub-processor/loaders";

type PageProps = { params: Promise<{ contact: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("rooms.sub-processors") };
}

/** Who works with a controller's data under its processor, with the chain below each, article 28(4). */
export default async function PortalSubProcessorsPage({ params }: PageProps) {
  const rows = await loadPortalSubProcessors((await params).contact);
  const t = await getTranslations("portal");
  return (
    <>
      <PortalHead
        note={<b>{t("articles.sub-processors")}</b>}
        title={t("sub-processors.title")}
        lead={t(rows.length > 0 ? "sub-processors.lead" : "sub-processors.none")}
      />
      {rows.map((row) => (
        <PortalPart key={row.id} id={row.reference} title={row.identity.name}>
          <PortalSubProcessor of={row} />
        </PortalPart>
      ))}
    </>
  );
}
