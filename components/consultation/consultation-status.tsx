import { useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import type { ConsultationState } from "@/lib/domain/consultation/lifecycle";

const KINDS: Record<ConsultationState, StatusKind> = {
  draft: "plain",
  open: "ok",
  closed: "plain",
  revoked: "late",
};

export function ConsultationStatus({ of }: { of: ConsultationState }) {
  const t = useTranslations("consultation.states");
  return <Status kind={KINDS[of]}>{t(of)}</Status>;
}
