import { getTranslations } from "next-intl/server";
import { hourText } from "@/components/breach/instants";
import { MoveForm } from "@/components/breach/move-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden, StateForbids } from "@/components/ui/states";
import { isToldWrongly } from "@/lib/domain/breach/rectification";
import { loadBreach } from "@/lib/features/breach/loaders";
import { dayAt } from "@/lib/i18n/format";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("breach", "move.title");

/** Contains, closes or reopens; says first what stands in the way of closing. */
export default async function MovePage({ params }: PageProps) {
  const { org, id } = await params;
  const it = await loadBreach(org, id);
  const [t, ofDuty] = await Promise.all([getTranslations("breach"), getTranslations("obligation")]);
  const moves = it.moves.filter((event) => (event === "contained" ? it.may.write : it.may.decide));
  return (
    <Sheet>
      <PageHead
        note={
          <b>
            <bdi>{it.breach.reference}</bdi>
          </b>
        }
        title={t("move.title")}
        lead={t("move.lead")}
      />
      {moves.includes("closed") && it.openDuties.length > 0 && (
        <Line note={t("move.article")}>
          <p className="void mt-3">{t("move.obstacles")}</p>
          <ul className="list-disc ps-5">
            {it.openDuties.map(({ kind, part, controllerName }) => (
              <li key={`${kind} ${part}`}>
                {ofDuty(`kinds.${kind}`)}
                {controllerName && (
                  <>
                    {" · "}
                    <bdi>{controllerName}</bdi>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Line>
      )}
      {moves.length > 0 ? (
        <Words of={["breach", "form"]}>
          <MoveForm
            org={org}
            breach={it.breach}
            moves={moves}
            untold={it.controllers.filter(
              ({ status, clock }) =>
                status !== "set-aside" && clock.toldAt === null && it.file.awareAt !== null,
            )}
            unrectified={it.controllers.filter(({ rectification }) => isToldWrongly(rectification))}
            now={{ on: dayAt(it.now, "Africa/Casablanca"), time: hourText(it.now) }}
          />
        </Words>
      ) : (
        <Line>{it.may.decide ? <StateForbids /> : <Forbidden />}</Line>
      )}
    </Sheet>
  );
}
