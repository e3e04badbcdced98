import { getTranslations } from "next-intl/server";
import { RequestForm } from "@/components/authorisation/request-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Refused } from "@/components/ui/states";
import { loadRequest } from "@/lib/features/authorisation/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("authorisation", "edit.title");

export default async function EditRequestPage({ params }: PageProps) {
  const { org, id } = await params;
  const { request, may } = await loadRequest(org, id);
  const t = await getTranslations("authorisation");
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <bdi>{request.reference}</bdi>
          </b>
        }
        title={t("edit.title")}
        lead={
          <>
            <bdi>{request.subProcessor.name}</bdi> · <bdi>{request.controller.legalName}</bdi>
          </>
        }
      />
      <Line>
        {may.edit ? (
          <Words of={["form", "authorisation"]}>
            <RequestForm org={org} of={request} />
          </Words>
        ) : (
          <Refused
            byRole={!may.write}
            actions={<LinkButton href={`/${org}/authorisations/${id}`}>{request.reference}</LinkButton>}
          >
            {may.write && t("refusals.sentAlready")}
          </Refused>
        )}
      </Line>
    </Sheet>
  );
}
