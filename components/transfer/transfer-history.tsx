import { useTranslations } from "next-intl";
import { LifePart } from "@/components/shell/life-part";
import type { LoadedTransfer } from "./loaded-transfer";

export function TransferHistory({ versions, facts }: Pick<LoadedTransfer, "versions" | "facts">) {
  const t = useTranslations("transfer.history.changes");
  return <LifePart noun="transfer" facts={facts} versions={versions} changeOf={({ change }) => t(change)} />;
}
