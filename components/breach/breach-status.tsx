import { Check, FlaskConical, ShieldCheck, Siren } from "lucide-react";
import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { BreachStatus } from "@/lib/domain/breach/file";

const KINDS = {
  open: { kind: "late", icon: Siren },
  contained: { kind: "warn", icon: ShieldCheck },
  closed: { kind: "ok", icon: Check },
} as const;

export function BreachState({ status }: { status: BreachStatus }) {
  const t = useTranslations("breach.states");
  return <Status {...KINDS[status]}>{t(status)}</Status>;
}

/** Marks an exercise wherever it is named. */
export function DrillMark() {
  const t = useTranslations("breach.drill");
  return (
    <Status kind="warn" icon={FlaskConical}>
      {t("mark")}
    </Status>
  );
}
