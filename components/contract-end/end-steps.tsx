import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { LINE_KINDS } from "@/lib/domain/contract-end/types";
import type { LoadedEnd } from "./loaded-end";

export function EndSteps({ loaded: { lines, run } }: { loaded: LoadedEnd }) {
  const t = useTranslations("contract-end");
  const open = LINE_KINDS.find((kind) =>
    lines.some((line) => line.kind === kind && line.state !== "settled"),
  );
  const current = run.state === "open" ? (open ?? "close") : null;
  return (
    <ol className="steps" aria-label={t("crumb")}>
      {LINE_KINDS.map((kind) => (
        <li key={kind} aria-current={kind === current ? "step" : undefined}>
          <a href={`#${kind}`}>{t(`kinds.${kind}`)}</a>
          <Icon of={ChevronRight} small flip />
        </li>
      ))}
      <li aria-current={current === "close" ? "step" : undefined}>
        <a href="#close">{t("close.title")}</a>
      </li>
    </ol>
  );
}
