import { Hourglass, MailQuestionMark, PhoneCall } from "lucide-react";
import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { InstructionStatus } from "@/lib/domain/instruction/in-force";
import type { InstructionKind } from "@/lib/domain/instruction/kind";
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
    case "unproven":
      return (
        <Status kind="warn" icon={MailQuestionMark}>
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

/** Says what an instruction is about, or that somebody has yet to say it. */
export function KindStatus({ kind }: { kind: InstructionKind }) {
  const t = useTranslations("instruction.kinds");
  return kind === "unsaid" ? <Status kind="warn">{t(kind)}</Status> : t(kind);
}

type ListedState = { state: InstructionState; isUnwritten: boolean; isUnproven: boolean };

/** A list row has the state alone, so supersession is shown on the sheet only. */
export function StateStatus({ state, isUnwritten, isUnproven }: ListedState) {
  const t = useTranslations("instruction.states");
  if (state === "contested") return <InstructionStatusBadge status="contested" />;
  const isClosed = state === "amended" || state === "withdrawn";
  if (isUnwritten && !isClosed) return <InstructionStatusBadge status="unwritten" />;
  if (isUnproven && !isClosed) return <InstructionStatusBadge status="unproven" />;
  if (state === "accepted" || state === "confirmed") return <Status kind="ok">{t(state)}</Status>;
  return <Status kind={isClosed ? "plain" : "warn"}>{t(state)}</Status>;
}
