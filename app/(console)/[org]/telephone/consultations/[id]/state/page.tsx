import { getTranslations } from "next-intl/server";
import { MoveForm } from "@/components/consultation/move-form";
import { WarningsList } from "@/components/consultation/warnings-list";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Refused } from "@/components/ui/states";
import { loadConsultation } from "@/lib/features/consultation/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("consultation", "state.title");

/** Warns above the form that opens: before anything is sent. */
export default async function ConsultationStatePage({ params }: PageProps) {
  const { org, id } = await params;
  const { consultation, events, today, may, warnings } = await loadConsultation(org, id);
  const t = await getTranslations("consultation");
  const cited = await getTranslations("ui");
  const back = <LinkButton href={`/${org}/telephone/consultations/${id}`}>{t("back")}</LinkButton>;
  return (
    <Sheet>
      <PageHead
        note={<bdi>{consultation.reference}</bdi>}
        title={t("state.title")}
        lead={<bdi>{consultation.title}</bdi>}
      />
      {consultation.state === "draft" && (
        <Part id="warnings" article={cited("article", { article: "21(2)" })} title={t("parts.warnings")}>
          <WarningsList warnings={warnings.all} />
        </Part>
      )}
      <Line>
        {may.move && events.length > 0 ? (
          <Words of={["form", "consultation"]}>
            <MoveForm org={org} id={id} version={consultation.version} events={events} today={today} />
          </Words>
        ) : (
          <Refused byRole={!may.move} actions={back} />
        )}
      </Line>
    </Sheet>
  );
}
