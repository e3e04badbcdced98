import { Hourglass, PhoneCall } from "lucide-react";
import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { InstructionStatus } from "@/lib/domain/instruction/in-force";
import type { InstructionState } from "@/lib/domain/instruction/types";

export function InstructionStatusBadge({ status }: { status: InstructionStatus }) {
  const t = useTranslations("instruction.statuses");
  switch (status) {
    case "in-force":
      return <Status kind="ok">{t(status)}</Status>;
    case "contested":
      return (
        <Status kind="warn" icon={Hourglass}>
          {t(status)}
        </Status>
      );
    case "unwritten":
      return (
        <Status kind="warn" icon={PhoneCall}>
          {t(status)}
        </Status>
      );
    case "examined":
      return <Status kind="warn">{t(status)}</Status>;
    case "unknown":
    case "to-come":
    case "superseded":
    case "amended":
    case "withdrawn":
      return <Status kind="plain">{t(status)}</Status>;
  }
}

/** A list row has the state alone, so supersession is shown on the sheet only. */
export function StateStatus({ state, isUnwritten }: { state: InstructionState; isUnwritten: boolean }) {
  const t = useTranslations("instruction.states");
  if (state === "contested") return <InstructionStatusBadge status="contested" />;
  const isClosed = state === "amended" || state === "withdrawn";
  if (isUnwritten && !isClosed) return <InstructionStatusBadge status="unwritten" />;
  if (state === "accepted" || state === "confirmed") return <Status kind="ok">{t(state)}</Status>;
  return <Status kind={isClosed ? "plain" : "warn"}>{t(state)}</Status>;
}
