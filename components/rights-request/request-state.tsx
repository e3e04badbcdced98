import { useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import type { ShownState } from "@/lib/domain/rights-request/execution";

const KINDS: Record<ShownState, StatusKind> = {
  received: "warn",
  relayed: "warn",
  instructed: "warn",
  executing: "warn",
  "confirmed-done": "ok",
  "confirmed-partly": "warn",
  "confirmed-none-held": "ok",
  "confirmed-not-done": "late",
  refused: "plain",
  "not-ours": "plain",
  closed: "ok",
};

export function RequestStateMark({ state }: { state: ShownState }) {
  const t = useTranslations("rights-request.states");
  return <Status kind={KINDS[state]}>{t(state)}</Status>;
}
