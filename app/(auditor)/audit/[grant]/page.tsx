import { AuditOverview } from "@/components/audit/audit-overview";
import { Words } from "@/components/shell/words";
import { loadAuditOverview } from "@/lib/features/audit/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ grant: string }> };

export const generateMetadata = titled("audit", "about.title");

export default async function AuditPage({ params }: PageProps) {
  const audit = await loadAuditOverview((await params).grant);
  return (
    <Words of={["form", "audit"]}>
      <AuditOverview audit={audit} />
    </Words>
  );
}
