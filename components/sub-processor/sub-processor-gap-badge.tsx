import { useTranslations } from "next-intl";
import { GapBadge } from "@/components/ui/gap-badge";

export function SubProcessorGapBadge({
  row,
}: {
  row: { requiredGaps: number; gapCodes: readonly string[] };
}) {
  const t = useTranslations("sub-processor-gaps.rules");
  const [first] = row.gapCodes;
  return (
    <>
      <GapBadge count={row.requiredGaps} />
      {first !== undefined && <span className="block muted">{t(`${first}.short`)}</span>}
    </>
  );
}
