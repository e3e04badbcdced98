import { useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import type { TransferStatus } from "@/lib/domain/transfer/status";

const KINDS: Record<TransferStatus, StatusKind> = {
  ended: "plain",
  suspended: "late",
  inside: "plain",
  barred: "late",
  incomplete: "warn",
  "review-due": "warn",
  complete: "ok",
};

export function TransferStatus({ of }: { of: TransferStatus }) {
  const t = useTranslations("transfer.statuses");
  return <Status kind={KINDS[of]}>{t(of)}</Status>;
}
