import { Hourglass } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import type { DossierState } from "@/lib/features/dossier/schema";
import type { ShownDossier } from "@/lib/features/dossier/loaders";
import { formatNumber } from "@/lib/i18n/format";

const KINDS: Record<DossierState, StatusKind> = {
  queued: "plain",
  running: "plain",
  made: "ok",
  failed: "late",
  cancelled: "plain",
  expired: "plain",
};

type Shown = Pick<ShownDossier, "state" | "filesDone" | "filesTotal">;

/** True while a page that shows it is read again. */
export function isOpen({ state }: Pick<ShownDossier, "state">): boolean {
  return state === "queued" || state === "running";
}

export function DossierStatus({ dossier: { state, filesDone, filesTotal } }: { dossier: Shown }) {
  const t = useTranslations("dossier");
  const locale = useLocale();
  const progress = { done: formatNumber(filesDone, locale), total: formatNumber(filesTotal, locale) };
  return (
    <>
      <Status kind={KINDS[state]} icon={isOpen({ state }) ? Hourglass : undefined}>
        {t(`states.${state}`)}
      </Status>
      {state === "running" && (
        <span className="muted"> {filesTotal === 0 ? t("collecting") : t("progress", progress)}</span>
      )}
    </>
  );
}
