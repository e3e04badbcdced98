import { notFound } from "next/navigation";
import { InstructorPage } from "@/components/contract/instructor-page";
import { loadContract } from "@/lib/features/contract/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string; instructor: string }> };

export const generateMetadata = titled("contract", "parts.instructors");

export default async function ContractInstructorPage({ params }: PageProps) {
  const { org, id, instructor } = await params;
  const loaded = await loadContract(org, id);
  const found = loaded.contract.instructors.find((one) => one.id === instructor);
  if (!found) notFound();
  return <InstructorPage org={org} loaded={loaded} instructor={found} />;
}
