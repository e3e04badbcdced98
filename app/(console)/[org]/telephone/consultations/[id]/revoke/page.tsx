import { getTranslations } from "next-intl/server";
import { RevokeForm } from "@/components/consultation/revoke-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Refused } from "@/components/ui/states";
import { loadConsultation, loadPerson } from "@/lib/features/consultation/loaders";
import type { Search } from "@/lib/forms/list-query";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }>; searchParams: Promise<Search> };

export const generateMetadata = titled("consultation", "people.revoke");

export default async function RevokeLinkPage({ params, searchParams }: PageProps) {
  const { org, id } = await params;
  const { person } = await searchParams;
  const { consultation, may } = await loadConsultation(org, id);
  const found = await loadPerson(org, id, typeof person === "string" ? person : "");
  const t = await getTranslations("consultation");
  const back = <LinkButton href={`/${org}/telephone/consultations/${id}`}>{t("back")}</LinkButton>;
  return (
    <Sheet>
      <PageHead
        note={<bdi>{consultation.reference}</bdi>}
        title={t("people.revoke")}
        lead={t("people.revokeLead")}
      />
      <Line>
        <p>
          <bdi dir="ltr">{found.person.slice(0, 12)}</bdi>
        </p>
        {may.move && !found.isRevoked ? (
          <Words of={["form", "consultation"]}>
            <RevokeForm org={org} id={id} personId={found.id} hasAgreed={found.hasAgreed} />
          </Words>
        ) : (
          <Refused byRole={!may.move} actions={back} />
        )}
      </Line>
    </Sheet>
  );
}
