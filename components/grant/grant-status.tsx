import { Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import type { GrantState } from "@/lib/domain/grant/status";

const KINDS: Record<GrantState, StatusKind> = {
  collecting: "plain",
  failed: "late",
  planned: "plain",
  granted: "ok",
  entered: "ok",
  ended: "plain",
  revoked: "plain",
};

export function GrantStatus({ state }: { state: GrantState }) {
  const t = useTranslations("grant.states");
  return (
    <Status kind={KINDS[state]} icon={state === "collecting" ? Hourglass : undefined}>
      {t(state)}
    </Status>
  );
}
