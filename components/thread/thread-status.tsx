import { useTranslations } from "next-intl";
import { Status, type StatusKind } from "@/components/ui/status";
import type { Side, ThreadState } from "@/lib/domain/thread/status";

/** Warns the side that must answer; informs the other. */
export function ThreadStatus({ side, state }: { side: Side; state: ThreadState }) {
  const t = useTranslations("thread.states");
  return <Status kind={kindOf(side, state)}>{t(`${side}.${state}`)}</Status>;
}

function kindOf(side: Side, state: ThreadState): StatusKind {
  if (state === "closed") return "ok";
  return (state === "with-processor") === (side === "staff") ? "warn" : "plain";
}
