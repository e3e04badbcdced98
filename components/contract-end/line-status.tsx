import { Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { Line } from "./loaded-end";

/** Distinguishes settled lines from open ones and those awaiting a purge. */
export function LineStatus({ state }: Pick<Line, "state">) {
  const t = useTranslations("contract-end.states");
  if (state === "settled") return <Status kind="ok">{t(state)}</Status>;
  return (
    <Status kind="warn" icon={state === "waiting" ? Hourglass : undefined}>
      {t(state)}
    </Status>
  );
}
