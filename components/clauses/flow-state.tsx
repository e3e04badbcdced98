import { useLocale, useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import { flowStateOf, type FlowLine } from "@/lib/domain/authorisation/flow-down";
import { joinParts } from "@/lib/i18n/format";

const KINDS = { weaker: "late", unknown: "warn", same: "ok" } as const;

/** What may be said of the whole, art. 28(4): the same obligations, or on how many lines less, or nobody knows. */
export function FlowState({ lines }: { lines: readonly FlowLine[] }) {
  const t = useTranslations("flow-down.state");
  const locale = useLocale();
  const state = flowStateOf(lines);
  const said = (["weaker", "unknown"] as const).map((verdict) => {
    const count = lines.filter((line) => line.verdict === verdict).length;
    return count > 0 && t(verdict, { count });
  });
  return <Status kind={KINDS[state]}>{state === "same" ? t("same") : joinParts(said, locale, " · ")}</Status>;
}
