import { useTranslations } from "next-intl";
import { Line } from "@/components/shell/sheet";
import { Views } from "@/components/ui/views";
import { WORK_KINDS, type WorkKind, workPath } from "@/lib/domain/dpo-work/kinds";

/** Pages of the DPO's work, of which the sidebar names the first alone. */
export function WorkTabs({ org, current }: { org: string; current: WorkKind | "overview" }) {
  const t = useTranslations("dpo-work");
  return (
    <Line>
      <Views
        label={t("tabs.label")}
        views={[
          { href: `/${org}/dpo`, label: t("tabs.overview"), current: current === "overview" },
          ...WORK_KINDS.map((kind) => ({
            href: `/${org}${workPath(kind)}`,
            label: t(`kinds.${kind}.tab`),
            current: kind === current,
          })),
        ]}
      />
    </Line>
  );
}
