import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import { flowStateOf, type FlowLine } from "@/lib/domain/authorisation/flow-down";

const KINDS = { weaker: "late", unknown: "warn" } as const;

/** What may be said of the whole, art. 28(4): the same obligations, or on how many lines less, or nobody knows. */
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
