import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinePage } from "@/components/dpo-work/line-page";
import { loadLine } from "@/lib/features/dpo-work/loaders";

type PageProps = { params: Promise<{ org: string; kind: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dpo-work"))("lineForm.new") };
}

export default async function NewLinePage({ params }: PageProps) {
  const { org, kind, id } = await params;
  return <LinePage org={org} loaded={await loadLine(org, kind, id, null)} />;
}
