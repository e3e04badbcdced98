import { useTranslations } from "next-intl";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Forbidden } from "@/components/ui/states";
import type { Instructor } from "@/lib/domain/contract/types";
import type { LoadedContract } from "./loaded-contract";
import { InstructorForm } from "./instructor-form";

type InstructorPageProps = { org: string; loaded: LoadedContract; instructor?: Instructor };

export function InstructorPage({ org, loaded: { contract, may }, instructor }: InstructorPageProps) {
  const t = useTranslations("contract");
  return (
    <Sheet>
      <PageHead
        article={t("articles.instructors")}
        title={instructor?.name ?? t("instructors.open")}
        lead={t("instructors.lead", { controller: contract.controller.legalName })}
      />
      <Line>
        {may.write ? (
          <Words of={["form", "contract"]}>
            <InstructorForm org={org} contract={contract} instructor={instructor} />
          </Words>
        ) : (
          <Forbidden
            actions={<LinkButton href={`/${org}/contracts/${contract.id}`}>{t("back")}</LinkButton>}
          />
        )}
      </Line>
    </Sheet>
  );
}
