import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MoveForm } from "@/components/instruction/move-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { Forbidden } from "@/components/ui/states";
import { loadMove } from "@/lib/features/instruction/loaders";

type PageProps = { params: Promise<{ org: string; id: string; event: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { org, id, event } = await params;
  const move = await loadMove(org, id, event);
  return { title: (await getTranslations("instruction"))(`moves.${move.event}`) };
}

/** One step of an instruction's life, with its evidence. */
export default async function MoveInstructionPage({ params }: PageProps) {
  const { org, id, event } = await params;
  const move = await loadMove(org, id, event);
  const t = await getTranslations("instruction");
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <bdi>{move.instruction.number}</bdi>
          </b>
        }
        title={t(`moves.${move.event}`)}
        lead={t(`effects.${move.event}`)}
      >
        <p className="muted prose-line" dir="auto">
          {move.instruction.text}
        </p>
      </PageHead>
      {move.isPossible ? (
        <Words of={["instruction", "form"]}>
          <MoveForm org={org} move={move} />
        </Words>
      ) : (
        <Line>
          <Forbidden
            actions={<LinkButton href={`/${org}/instructions/${id}`}>{move.instruction.number}</LinkButton>}
          >
            {t("move.noLeft")}
          </Forbidden>
        </Line>
      )}
    </Sheet>
  );
}
