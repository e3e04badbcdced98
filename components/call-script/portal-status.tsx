import { useTranslations } from "next-intl";
import { isUnproven } from "@/lib/domain/call-script/approval";
import { Status } from "@/components/ui/status";
import type { loadPortalScripts } from "@/lib/features/call-script/loaders";

type Request = Pick<
  Awaited<ReturnType<typeof loadPortalScripts>>[number],
  "isOpen" | "isWithdrawn" | "decision"
>;

export function PortalStatus({ of: { isOpen, isWithdrawn, decision } }: { of: Request }) {
  const t = useTranslations("call-script");
  if (decision && isUnproven(decision)) return <Status kind="warn">{t("approvals.unproven")}</Status>;
  if (decision)
    return (
      <Status kind={decision.outcome === "approved" ? "ok" : "late"}>
        {t(`outcomes.${decision.outcome}`)}
      </Status>
    );
  return isOpen ? (
    <Status kind="warn">{t("portal.open")}</Status>
  ) : (
    <Status kind="plain">{t(isWithdrawn ? "portal.withdrawn" : "portal.closed")}</Status>
  );
}
