import { getLocale, getTranslations } from "next-intl/server";
import { ControllerChoice } from "@/components/instruction/controller-choice";
import { EmailUpload } from "@/components/attachment/email-upload";
import { InstructionForm, NEW_INSTRUCTION } from "@/components/instruction/instruction-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import { emailFills, emailValues, INSTRUCTION_CONTROLS } from "@/lib/domain/attachment/emailed";
import { readDocumentNotice } from "@/lib/domain/attachment/refusals";
import type { Search } from "@/lib/forms/list-query";
import { loadNewInstruction } from "@/lib/features/instruction/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Search>;
};

export const generateMetadata = titled("instruction", "new.title");

export default async function NewInstructionPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const search = await searchParams;
  const { mayWrite, controllers, form, email, emailed } = await loadNewInstruction(org, search);
  const t = await getTranslations("instruction");
  return (
    <Sheet>
      <PageHead
        article={t("article", { article: "28(3)(a)" })}
        title={form ? `${t("new.title")} · ${form.controller.legalName}` : t("new.title")}
        lead={t("new.lead")}
      />
      {!mayWrite && (
        <Line>
          <Forbidden />
        </Line>
      )}
      {mayWrite && !form && (
        <Line>
          <ControllerChoice org={org} controllers={controllers} />
        </Line>
      )}
      {mayWrite && form && (
        <Words of={["instruction", "form", "attachment"]}>
          <EmailUpload
            to={`/api/pending-documents/${org}?controller=${form.controller.id}`}
            form={NEW_INSTRUCTION}
            waiting={email}
            emailed={emailed}
            fills={emailFills(INSTRUCTION_CONTROLS, (name) => t(`fields.${name}`), { day: form.today })}
            notice={readDocumentNotice(search)}
          />
          <InstructionForm
            org={org}
            choices={{ ...form, countries: await loadCountryOptions(await getLocale()) }}
            fresh={{ ...form, controllerId: form.controller.id }}
            emailed={emailValues(emailed, INSTRUCTION_CONTROLS)}
          />
        </Words>
      )}
    </Sheet>
  );
}
