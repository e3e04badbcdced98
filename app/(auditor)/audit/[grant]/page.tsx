import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditOverview } from "@/components/audit/audit-overview";
import { Words } from "@/components/shell/words";
import { loadAuditOverview } from "@/lib/features/audit/loaders";

type PageProps = { params: Promise<{ grant: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("about.title") };
}

export default async function AuditPage({ params }: PageProps) {
  const audit = await loadAuditOverview((await params).grant);
  return (
    <Words of={["form", "audit"]}>
      <AuditOverview audit={audit} />
    </Words>
  );
}
