import { InstructorPage } from "@/components/contract/instructor-page";
import { loadContract } from "@/lib/features/contract/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("contract", "instructors.open");

export default async function NewInstructorPage({ params }: PageProps) {
  const { org, id } = await params;
  return <InstructorPage org={org} loaded={await loadContract(org, id)} />;
}
