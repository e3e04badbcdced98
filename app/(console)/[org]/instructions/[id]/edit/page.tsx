import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { InstructionForm } from "@/components/instruction/instruction-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden, StateForbids } from "@/components/ui/states";
import { loadCorrection } from "@/lib/features/instruction/loaders";
import { loadCountryOptions } from "@/lib/features/country-choice/loaders";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, id } = await params;
  const { instruction } = await loadCorrection(org, id);
  return { title: (await getTranslations("instruction"))("edit.title", { number: instruction.number }) };
}

/** Allows corrections while nobody has examined the instruction. */
export default async function CorrectInstructionPage({ params }: PageProps) {
  const { org, id } = await params;
  const it = await loadCorrection(org, id);
  const t = await getTranslations("instruction");
  const countries = await loadCountryOptions(await getLocale());
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <bdi>{it.instruction.number}</bdi>
          </b>
        }
        title={t("edit.title", { number: it.instruction.number })}
        lead={t("edit.lead")}
      />
      {it.mayCorrect ? (
        <Words of={["instruction", "form"]}>
          <InstructionForm
            org={org}
            choices={{ ...it, countries }}
            recorded={it.instruction}
            isGiven={it.isGiven}
          />
        </Words>
      ) : (
        <Line>
          {it.instruction.state === "received" ? (
            <Forbidden />
          ) : (
            <StateForbids>{t("refusals.checkedAlready")}</StateForbids>
          )}
        </Line>
      )}
    </Sheet>
  );
}
