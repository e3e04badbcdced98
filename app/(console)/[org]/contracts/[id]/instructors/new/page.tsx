import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InstructorPage } from "@/components/contract/instructor-page";
import { loadContract } from "@/lib/features/contract/loaders";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contract"))("instructors.open") };
}

export default async function NewInstructorPage({ params }: PageProps) {
  const { org, id } = await params;
  return <InstructorPage org={org} loaded={await loadContract(org, id)} />;
}
