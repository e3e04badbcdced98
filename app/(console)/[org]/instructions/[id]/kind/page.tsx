import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KindForm } from "@/components/instruction/kind-form";
import { FormPage } from "@/components/shell/form-page";
import { loadInstruction } from "@/lib/features/instruction/loaders";

type PageProps = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, id } = await params;
  const { instruction } = await loadInstruction(org, id, "");
  return { title: (await getTranslations("instruction"))("kind.title", { number: instruction.number }) };
}

/** States what an instruction is about, whatever its state; its words stay as they were received. */
export default async function InstructionKindPage({ params }: PageProps) {
  const { org, id } = await params;
  const { instruction, mayClassify } = await loadInstruction(org, id, "");
  const t = await getTranslations("instruction");
  return (
    <FormPage
      note={
        <b>
          <bdi>{instruction.number}</bdi>
        </b>
      }
      title={t("kind.title", { number: instruction.number })}
      lead={t("kind.lead")}
      isAllowed={mayClassify}
      words={["instruction"]}
    >
      <KindForm org={org} instruction={{ id, version: instruction.version, kind: instruction.kind }} />
    </FormPage>
  );
}
