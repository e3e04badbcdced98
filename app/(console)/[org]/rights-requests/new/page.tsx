import { getTranslations } from "next-intl/server";
import { EmailReader } from "@/components/attachment/email-upload";
import { RECEIVE, ReceiveForm } from "@/components/rights-request/receive-form";
import { PartedFormPage } from "@/components/shell/form-page";
import { Line } from "@/components/shell/sheet";
import { emailFills, REQUEST_CONTROLS } from "@/lib/domain/attachment/emailed";
import { loadReceiving } from "@/lib/features/rights-request/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("rights-request", "receive.title");

export default async function NewRightsRequestPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { mayWrite, ...form } = await loadReceiving(org);
  const { controller } = await searchParams;
  const t = await getTranslations("rights-request.receive");
  return (
    <PartedFormPage
      article={t("article")}
      title={t("title")}
      lead={t("lead")}
      isAllowed={mayWrite}
      words={["rights-request", "attachment"]}
    >
      <Line>
        <EmailReader
          to={`/api/emails/${org}`}
          form={RECEIVE}
          fills={emailFills(REQUEST_CONTROLS, (name) => t(name), { day: form.now.on, time: form.now.time })}
        />
      </Line>
      <ReceiveForm
        org={org}
        {...form}
        controllerId={form.controllers.find(({ id }) => id === controller)?.id}
      />
    </PartedFormPage>
  );
}
