import { getTranslations } from "next-intl/server";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { Forbidden } from "@/components/ui/states";
import type { loadLine } from "@/lib/features/dpo-work/loaders";
import { LineForm } from "./line-form";

type LinePageProps = { org: string; loaded: Awaited<ReturnType<typeof loadLine>> };

/** Page of the form of one line: an obligation, a finding, or a version. */
export async function LinePage({ org, loaded: { work, kind, lineId, values, mayWrite } }: LinePageProps) {
  const t = await getTranslations("dpo-work");
  return (
    <Sheet>
      <PageHead
        note={<bdi>{work.reference}</bdi>}
        title={lineId ? t("lineForm.edit") : t(`kinds.${kind}.addLine`)}
        lead={<bdi>{work.title}</bdi>}
      />
      <Line>
        {mayWrite ? (
          <Words of={["form", "dpo-work"]}>
            <LineForm key={lineId} org={org} kind={kind} work={work} lineId={lineId} values={values} />
          </Words>
        ) : (
          <Forbidden />
        )}
      </Line>
    </Sheet>
  );
}
