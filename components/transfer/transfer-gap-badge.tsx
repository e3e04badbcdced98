import { useTranslations } from "next-intl";
import { GapBadge } from "@/components/ui/gap-badge";
import type { ListedTransfer } from "@/lib/features/transfer/loaders";

/** Shows the status where nothing is missing. */
export function TransferGapBadge({ row }: { row: Pick<ListedTransfer, "requiredGaps" | "gapCodes"> }) {
  const t = useTranslations("transfer-gaps.rules");
  const [first] = row.gapCodes;
  if (first === undefined) return null;
  return (
    <>
      <GapBadge count={row.requiredGaps} />
      <span className="block muted">{t(`${first}.short`)}</span>
    </>
  );
}
