import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { VersionChange } from "@/components/contract/contract-history";
import { ContractSheet } from "@/components/contract/contract-sheet";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { loadContractVersion } from "@/lib/features/contract/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { formatInstant } from "@/lib/i18n/format";

type PageProps = { params: Promise<{ org: string; id: string; version: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, id, version } = await params;
  const { contract } = await loadContractVersion(org, id, version);
  const t = await getTranslations("contract.history");
  return { title: `${contract.reference} · ${t("version", { number: contract.version })}` };
}

/** Shows one version of a contract as recorded, read-only. */
export default async function ContractVersionPage({ params }: PageProps) {
  const { org, id, version } = await params;
  const loaded = await loadContractVersion(org, id, version);
  const { contract, recorded } = loaded;
  const [t, locale] = await Promise.all([getTranslations("contract"), getLocale()]);
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <bdi>{contract.reference}</bdi>
          </b>
        }
        title={contract.title || contract.reference}
        lead={contract.controller.legalName}
      />
      <Line>
        <p className="as-of mt-3" role="note">
          <span>
            <b>{t("history.version", { number: contract.version })}</b>{" "}
            {t("history.recorded", { when: formatInstant(recorded.at, "Africa/Casablanca", locale) })}{" "}
            {recorded.authorName && t("history.by", { name: recorded.authorName })} ·{" "}
            <VersionChange change={recorded.change} />
          </span>
          <Link href={`/${org}/contracts/${id}`} prefetch={false}>
            {t("history.now")}
          </Link>
        </p>
      </Line>
      <ContractSheet org={org} loaded={loaded} countries={await loadCountryOptions(locale)} />
    </Sheet>
  );
}
