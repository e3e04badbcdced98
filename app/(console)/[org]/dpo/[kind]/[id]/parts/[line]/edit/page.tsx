import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinePage } from "@/components/dpo-work/line-page";
import { loadLine } from "@/lib/features/dpo-work/loaders";

type PageProps = { params: Promise<{ org: string; kind: string; id: string; line: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dpo-work"))("lineForm.edit") };
}

export default async function EditLinePage({ params }: PageProps) {
  const { org, kind, id, line } = await params;
  return <LinePage org={org} loaded={await loadLine(org, kind, id, line)} />;
}
