import { useLocale, useTranslations } from "next-intl";
import { Day } from "@/components/ui/deadline";
import { Status } from "@/components/ui/status";
import type { ContractListRow } from "@/lib/features/contract/loaders";
import { formatDay } from "@/lib/i18n/format";

type ContractDeadlineProps = {
  row: Pick<ContractListRow, "state" | "endsOn" | "renews" | "deadlineOn">;
  today: string;
};

/** Distinguishes a renewal date from an end, and a passed term from both. */
export function ContractDeadline({ row, today }: ContractDeadlineProps) {
  const t = useTranslations("contract.list");
  const locale = useLocale();
  if (!row.endsOn || !row.deadlineOn)
    return <span className="faint">{row.state === "in-force" ? t("noEnd") : "—"}</span>;
  const day = formatDay(row.deadlineOn, locale);
  if (row.state === "expired" || row.deadlineOn < today)
    return (
      <Status kind="late">
        <Day text={t("expired", { day })} />
      </Status>
    );
  const key = row.renews ? (row.deadlineOn < row.endsOn ? "noticeBy" : "renewsAfter") : "ends";
  return <Day text={t(key, { day })} />;
}
