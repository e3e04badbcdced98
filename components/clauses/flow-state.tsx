import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import { flowStateOf, type FlowLine } from "@/lib/domain/authorisation/flow-down";

const KINDS = { weaker: "late", unknown: "warn" } as const;

/** Summarises the comparison, art. 28(4): same obligations, number of weaker lines, or number not compared. */
export function FlowState({ lines }: { lines: readonly FlowLine[] }) {
  const t = useTranslations("flow-down.state");
  if (flowStateOf(lines) === "same") return <Status kind="ok">{t("same")}</Status>;
  return (["weaker", "unknown"] as const).map((verdict) => {
    const count = lines.filter((line) => line.verdict === verdict).length;
    if (count === 0) return null;
    return (
      <span key={verdict}>
        <Status kind={KINDS[verdict]}>{t(verdict, { count })}</Status>{" "}
      </span>
    );
  });
}
