import { Hourglass, PhoneCall } from "lucide-react";
import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { InstructionStatus } from "@/lib/domain/instruction/in-force";
import type { InstructionState } from "@/lib/domain/instruction/types";

export function InstructionStatusBadge({ standing }: { standing: InstructionStatus }) {
  const t = useTranslations("instruction.standings");
  switch (standing) {
    case "in-force":
      return <Status kind="ok">{t(standing)}</Status>;
    case "contested":
      return (
        <Status kind="warn" icon={Hourglass}>
          {t(standing)}
        </Status>
      );
    case "unwritten":
      return (
        <Status kind="warn" icon={PhoneCall}>
          {t(standing)}
        </Status>
      );
    case "examined":
      return <Status kind="warn">{t(standing)}</Status>;
    case "unknown":
    case "to-come":
    case "superseded":
    case "amended":
    case "withdrawn":
      return <Status kind="plain">{t(standing)}</Status>;
  }
}

/** A list row has the state alone, so supersession is shown on the sheet only. */
export function StateStatus({ state, isUnwritten }: { state: InstructionState; isUnwritten: boolean }) {
  const t = useTranslations("instruction.states");
  if (state === "contested") return <InstructionStatusBadge standing="contested" />;
  const isClosed = state === "amended" || state === "withdrawn";
  if (isUnwritten && !isClosed) return <InstructionStatusBadge standing="unwritten" />;
  if (state === "accepted" || state === "confirmed") return <Status kind="ok">{t(state)}</Status>;
  return <Status kind={isClosed ? "plain" : "warn"}>{t(state)}</Status>;
}
