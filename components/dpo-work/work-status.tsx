import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { WorkKind } from "@/lib/domain/dpo-work/kinds";
import type { WorkStatus } from "@/lib/domain/dpo-work/status";

export function WorkStatusWord({ kind, of: { word, tone, open } }: { kind: WorkKind; of: WorkStatus }) {
  const t = useTranslations(`dpo-work.statuses.${kind}`);
  return <Status kind={tone}>{t(word, { open })}</Status>;
}
