import { useTranslations } from "next-intl";
import { Deadline, type DeadlineState } from "@/components/ui/deadline";
import type { RelayState, RelayStatus } from "@/lib/domain/rights-request/relay-status";

const DEADLINES: Record<RelayState, DeadlineState | null> = {
  unplaced: "urgent",
  undelayed: "soon",
  running: "running",
  burning: "urgent",
  late: "past",
  relayed: null,
  "relayed-in-time": "kept",
  "relayed-late": "past",
  lodged: null,
  dropped: null,
};

/** Shows how far the relay of a request is from its term, or from its receipt where none was agreed. */
export function RelayMark({ status: { state, hours } }: { status: RelayStatus }) {
  const t = useTranslations("rights-request.relay");
  const deadline = DEADLINES[state];
  const words = t(state, { hours });
  return deadline ? <Deadline state={deadline} relative={words} /> : <span className="muted">{words}</span>;
}
