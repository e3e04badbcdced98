import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalList } from "@/components/portal/portal-list";
import { PortalHead } from "@/components/shell/portal-page";
import { TransferStanding } from "@/components/transfer/transfer-standing";
import { loadPortalTransfers } from "@/lib/features/transfer/loaders";
import { changeMarks } from "../change-marks";

type PageProps = { params: Promise<{ contact: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("rooms.transfers") };
}

/** Where a controller's data go beyond the Economic Area, chapter V. */
export default async function PortalTransfersPage({ params }: PageProps) {
  const { contact } = await params;
  const rows = await loadPortalTransfers(contact);
  const markOf = await changeMarks(contact);
  const [t, words, countries] = [
    await getTranslations("portal"),
    await getTranslations("transfer"),
    await getTranslations("countries"),
  ];
  return (
    <>
      <PortalHead
        note={<b>{t("articles.transfers")}</b>}
        title={t("transfers.title")}
        lead={t(rows.length > 0 ? "transfers.lead" : "transfers.none")}
      />
      <PortalList
        label={t("transfers.title")}
        rows={rows.map((row) => ({
          id: row.id,
          href: `/portal/${contact}/transfers/${row.id}`,
          reference: row.reference,
          title: row.importer || words("list.unnamed"),
          about: row.country ? countries(row.country) : words("list.noCountry"),
          status: (
            <>
              {markOf(row.id)} <TransferStanding of={row.standing} />
            </>
          ),
        }))}
      />
    </>
  );
}
