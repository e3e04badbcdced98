import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AmendmentPage } from "@/components/contract/amendment-page";
import { loadContract } from "@/lib/features/contract/loaders";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contract"))("amendments.open") };
}

export default async function NewAmendmentPage({ params }: PageProps) {
  const { org, id } = await params;
  return <AmendmentPage org={org} loaded={await loadContract(org, id)} countries={[]} />;
}
