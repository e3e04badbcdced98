import { useTranslations } from "next-intl";
import { GapBadge } from "@/components/ui/gap-badge";
import type { ListedTransfer } from "@/lib/features/transfer/loaders";

/** How many gaps, and the first of them in words. */
export function TransferGapBadge({ row }: { row: Pick<ListedTransfer, "requiredGaps" | "gapCodes"> }) {
  const t = useTranslations("transfer-gaps.rules");
  const [first] = row.gapCodes;
  return (
    <>
      <GapBadge count={row.requiredGaps} />
      {first && <span className="block muted">{t(`${first}.short`)}</span>}
    </>
  );
}
