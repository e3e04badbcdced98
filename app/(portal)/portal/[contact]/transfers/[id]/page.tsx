import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Disputed } from "@/components/shell/disputed";
import { PortalHead } from "@/components/shell/portal-page";
import { TransferSheet } from "@/components/transfer/transfer-sheet";
import { loadPortalTransfer } from "@/lib/features/transfer/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";

type PageProps = { params: Promise<{ contact: string; id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { contact, id } = await params;
  return { title: (await loadPortalTransfer(contact, id)).transfer.reference };
}

export default async function PortalTransferPage({ params }: PageProps) {
  const { contact, id } = await params;
  const loaded = await loadPortalTransfer(contact, id);
  const t = await getTranslations("transfer");
  const { reference, content } = loaded.transfer;
  return (
    <>
      <PortalHead note={<bdi>{reference}</bdi>} title={content.importer.name || t("list.unnamed")} />
      <Disputed isDisputed={loaded.isDisputed} />
      <TransferSheet org="" loaded={loaded} countries={await loadCountryOptions(await getLocale())} />
    </>
  );
}
