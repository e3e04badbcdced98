import { LinePage } from "@/components/dpo-work/line-page";
import { loadLine } from "@/lib/features/dpo-work/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; kind: string; id: string; line: string }> };

export const generateMetadata = titled("dpo-work", "lineForm.edit");

export default async function EditLinePage({ params }: PageProps) {
  const { org, kind, id, line } = await params;
  return <LinePage org={org} loaded={await loadLine(org, kind, id, line)} />;
}
