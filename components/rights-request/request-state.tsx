import { useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import type { RequestState } from "@/lib/domain/rights-request/lifecycle";

const KINDS: Record<RequestState, StatusKind> = {
  received: "warn",
  relayed: "warn",
  instructed: "warn",
  executing: "warn",
  confirmed: "ok",
  refused: "plain",
  "not-ours": "plain",
  closed: "ok",
};

export function RequestStateMark({ state }: { state: RequestState }) {
  const t = useTranslations("rights-request.states");
  return <Status kind={KINDS[state]}>{t(state)}</Status>;
}
