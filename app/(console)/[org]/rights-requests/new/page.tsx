import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReceiveForm } from "@/components/rights-request/receive-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import { loadReceiving } from "@/lib/features/rights-request/loaders";

type PageProps = { params: Promise<{ org: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rights-request"))("receive.title") };
}

export default async function NewRightsRequestPage({ params }: PageProps) {
  const { org } = await params;
  const { mayWrite, ...form } = await loadReceiving(org);
  const t = await getTranslations("rights-request.receive");
  return (
    <Sheet>
      <PageHead article={t("article")} title={t("title")} lead={t("lead")} />
      {mayWrite ? (
        <Words of={["rights-request", "form"]}>
          <ReceiveForm org={org} {...form} />
        </Words>
      ) : (
        <Line>
          <Forbidden />
        </Line>
      )}
    </Sheet>
  );
}
