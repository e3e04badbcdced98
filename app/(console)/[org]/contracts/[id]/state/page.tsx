import { getTranslations } from "next-intl/server";
import { StateForm } from "@/components/contract/state-form";
import { FormPage } from "@/components/shell/form-page";
import { LinkButton } from "@/components/ui/button";
import { loadContract } from "@/lib/features/contract/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("contract", "state.title");

export default async function ContractStatePage({ params }: PageProps) {
  const { org, id } = await params;
  const { contract, events, today, may } = await loadContract(org, id);
  const t = await getTranslations("contract");
  return (
    <FormPage
      note={
        <b>
          <bdi>{contract.reference}</bdi>
        </b>
      }
      title={t("state.title")}
      lead={contract.controller.legalName}
      isAllowed={may.move}
      words={["contract"]}
      back={<LinkButton href={`/${org}/contracts/${id}`}>{t("back")}</LinkButton>}
    >
      <StateForm org={org} id={id} version={contract.version} events={events} today={today} />
    </FormPage>
  );
}
