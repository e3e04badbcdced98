import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ControllerChoice } from "@/components/instruction/controller-choice";
import { InstructionForm } from "@/components/instruction/instruction-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import { loadNewInstruction } from "@/lib/features/instruction/loaders";
import { loadCountryOptions } from "@/lib/i18n/country-options";

type PageProps = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("instruction"))("new.title") };
}

/** First of which controller, then what was received from it. */
export default async function NewInstructionPage({ params, searchParams }: PageProps) {
  const { org } = await params;
  const { mayWrite, controllers, form } = await loadNewInstruction(org, await searchParams);
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
        <Words of={["instruction", "form"]}>
          <InstructionForm
            org={org}
            choices={{ ...form, countries: await loadCountryOptions(await getLocale()) }}
            fresh={{ ...form, controllerId: form.controller.id }}
          />
        </Words>
      )}
    </Sheet>
  );
}
