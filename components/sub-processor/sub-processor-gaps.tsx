import { useTranslations } from "next-intl";
import { GapNote } from "@/components/ui/record-field";
import type { LoadedSubProcessor } from "./loaded-sub-processor";

/** Gaps of a field with their articles. */
export function SubProcessorGaps({ gaps }: Pick<LoadedSubProcessor, "gaps">) {
  const t = useTranslations("sub-processor-gaps.rules");
  return gaps.map((gap) => (
    <GapNote
      key={gap.rule}
      code={gap.article}
      title={t(`${gap.rule}.short`)}
      advisable={gap.level === "advisable"}
    >
      {t(`${gap.rule}.why`)}
    </GapNote>
  ));
}
