import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MoveForm } from "@/components/authorisation/move-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Refused } from "@/components/ui/states";
import { loadRequestMove } from "@/lib/features/authorisation/loaders";

type PageProps = { params: Promise<{ org: string; id: string; event: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, id, event } = await params;
  const move = await loadRequestMove(org, id, event);
  return { title: (await getTranslations("authorisation"))(`moves.${move.event as "approve"}`) };
}

export default async function MoveRequestPage({ params }: PageProps) {
  const { org, id, event } = await params;
  const move = await loadRequestMove(org, id, event);
  const t = await getTranslations("authorisation");
  const { reference, controller, subProcessor } = move.request;
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <bdi>{reference}</bdi>
          </b>
        }
        title={t(`moves.${move.event as "approve"}`)}
        lead={
          <>
            <bdi>{subProcessor}</bdi> · <bdi>{controller}</bdi>
          </>
        }
      >
        <p className="muted prose-line">{t(move.isDecision ? "inWriting" : "withReason")}</p>
        {move.isPossible && move.isGivenUpAfterSending && <p className="prose-line">{t("givenUpTold")}</p>}
      </PageHead>
      <Line>
        {move.isPossible ? (
          <Words of={["form", "authorisation"]}>
            <MoveForm org={org} move={move} />
          </Words>
        ) : (
          <Refused
            byRole={!move.mayByRole}
            actions={<LinkButton href={`/${org}/authorisations/${id}`}>{reference}</LinkButton>}
          >
            {move.mayByRole && t("refusals.notFromHere")}
          </Refused>
        )}
      </Line>
    </Sheet>
  );
}
