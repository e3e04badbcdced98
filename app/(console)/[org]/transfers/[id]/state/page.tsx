import { getTranslations } from "next-intl/server";
import { FormPage } from "@/components/shell/form-page";
import { StateForm } from "@/components/transfer/state-form";
import { LinkButton } from "@/components/ui/button";
import { loadTransfer } from "@/lib/features/transfer/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("transfer", "state.title");

export default async function TransferStatePage({ params }: PageProps) {
  const { org, id } = await params;
  const { transfer, events, today, may } = await loadTransfer(org, id);
  const t = await getTranslations("transfer");
  return (
    <FormPage
      note={
        <b>
          <bdi>{transfer.reference}</bdi>
        </b>
      }
      title={t("state.title")}
      lead={transfer.content.importer.name}
      isAllowed={may.move}
      words={["transfer"]}
      back={<LinkButton href={`/${org}/transfers/${id}`}>{t("back")}</LinkButton>}
    >
      <StateForm org={org} id={id} version={transfer.version} events={events} today={today} />
    </FormPage>
  );
}
