import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { AmendmentPage } from "@/components/contract/amendment-page";
import { loadContract } from "@/lib/features/contract/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string; amendment: string }> };

export const generateMetadata = titled("contract", "parts.amendments");

export default async function ContractAmendmentPage({ params }: PageProps) {
  const { org, id, amendment } = await params;
  const loaded = await loadContract(org, id);
  const found = loaded.amendments.find((one) => one.id === amendment);
  if (!found) notFound();
  const countries = await loadCountryOptions(await getLocale());
  return <AmendmentPage org={org} loaded={loaded} amendment={found} countries={countries} />;
}
