import { getTranslations } from "next-intl/server";
import { MovingRows } from "@/components/controller-merge/moving-rows";
import { UnmergeForm } from "@/components/controller-merge/unmerge-form";
import { Line, PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import { loadUnmerge } from "@/lib/features/controller-merge/loaders";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string; id: string }> };

export const generateMetadata = titled("controller.merge", "undoAct");

export default async function UnmergeControllerPage({ params }: PageProps) {
  const { org, id } = await params;
  const { from, into, returning, leaving, isSheetChanged, mergeId, mayMerge } = await loadUnmerge(org, id);
  const [t, merge] = await Promise.all([getTranslations("controller"), getTranslations("controller.merge")]);
  const names = { from: from.legalName, into: into.legalName };
  return (
    <Sheet>
      <PageHead note={t("note")} title={merge("undoTitle", names)} lead={merge("undoLead", names)} />
      <Part title={merge("returns", names)}>
        <MovingRows rows={returning} none={merge("returnsNothing")} />
      </Part>
      {(leaving.length > 0 || isSheetChanged) && (
        <Part title={merge("leaves", names)}>
          <p className="muted mt-3">{merge("leavesText")}</p>
          {leaving.length > 0 && <MovingRows rows={leaving} none="" />}
          {isSheetChanged && <p className="mt-3">{merge("sheetStays", names)}</p>}
        </Part>
      )}
      {mayMerge ? (
        <Line>
          <Words of={["controller", "form"]}>
            <UnmergeForm org={org} id={from.id} mergeId={mergeId} intoId={into.id} />
          </Words>
        </Line>
      ) : (
        <Line>
          <Forbidden />
        </Line>
      )}
    </Sheet>
  );
}
