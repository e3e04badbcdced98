import { AmendmentPage } from "@/components/contract/amendment-page";
import { loadContract } from "@/lib/features/contract/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("contract", "amendments.open");

export default async function NewAmendmentPage({ params }: PageProps) {
  const { org, id } = await params;
  return <AmendmentPage org={org} loaded={await loadContract(org, id)} countries={[]} />;
}
