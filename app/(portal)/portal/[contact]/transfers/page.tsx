import { getLocale, getTranslations } from "next-intl/server";
import { PortalList } from "@/components/portal/portal-list";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { TransferStatus } from "@/components/transfer/transfer-status";
import { loadClaimedTransfers } from "@/lib/features/portal/loaders";
import { loadPortalTransfers } from "@/lib/features/transfer/loaders";
import { formatList, joinParts } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";
import { rowMarks } from "../row-marks";
import { LawArticles } from "../law-articles";

type PageProps = { params: Promise<{ contact: string }> };

export const generateMetadata = titled("portal", "navItems.transfers");

/** Transfers of a controller's data, chapter V. */
export default async function PortalTransfersPage({ params }: PageProps) {
  const { contact } = await params;
  const [rows, claimed] = await Promise.all([loadPortalTransfers(contact), loadClaimedTransfers(contact)]);
  const markOf = await rowMarks(contact, "transfer", rows);
  const [t, words, countries, locale] = await Promise.all([
    getTranslations("portal"),
    getTranslations("transfer"),
    getTranslations("countries"),
    getLocale(),
  ]);
  return (
    <>
      <PortalHead
        note={<LawArticles contact={contact} of={["44"]} />}
        title={t("transfers.title")}
        lead={t(`transfers.${leadOf(rows.length, claimed.length)}`)}
      />
      <PortalList
        label={t("transfers.title")}
        rows={rows.map((row) => ({
          id: row.id,
          href: `/portal/${contact}/transfers/${row.id}`,
          reference: row.reference,
          title: row.importer || words("list.unnamed"),
          about: joinParts(
            [
              row.country ? countries(row.country) : words("list.noCountry"),
              row.placeKind && words(`choices.placeKind.${row.placeKind}`),
            ],
            locale,
          ),
          status: (
            <>
              {markOf(row.id)} <TransferStatus of={row.status} />
            </>
          ),
        }))}
      />
      {claimed.length > 0 && <Claimed contact={contact} claimed={claimed} />}
    </>
  );
}

function leadOf(recorded: number, claimed: number): "lead" | "none" | "onlyClaimed" {
  if (recorded > 0) return "lead";
  return claimed > 0 ? "onlyClaimed" : "none";
}

type ClaimedProps = { contact: string; claimed: Awaited<ReturnType<typeof loadClaimedTransfers>> };

/** Entries that claim a transfer without a matching row, worded as in the console's register. */
async function Claimed({ contact, claimed }: ClaimedProps) {
  const [t, countries, locale] = await Promise.all([
    getTranslations("portal"),
    getTranslations("countries"),
    getLocale(),
  ]);
  const nameOf = (name: string) => (countries.has(name) ? countries(name) : name);
  return (
    <PortalPart id="claimed" title={t("transfers.claimed")}>
      <p>{t("transfers.claimedLead", { count: claimed.length })}</p>
      <PortalList
        label={t("transfers.claimed")}
        rows={claimed.map(({ id, reference, activity, names, text }) => ({
          id,
          href: `/portal/${contact}/records/${id}`,
          reference,
          title: activity,
          about: formatList(names.map(nameOf), locale) || text || t("transfers.unnamed"),
        }))}
      />
    </PortalPart>
  );
}
