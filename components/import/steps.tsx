import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";

const STEPS = ["file", "columns", "check", "done"] as const;
export type ImportStep = (typeof STEPS)[number];

/** File, columns, check, saved: where this import stands. */
export function Steps({ current }: { current: ImportStep }) {
  const t = useTranslations("import-page");
  return (
    <ol className="steps" aria-label={t("stepsLabel")}>
      {STEPS.map((step, index) => (
        <li key={step} aria-current={step === current ? "step" : undefined}>
          {index > 0 && <Icon of={ChevronRight} small flip />}
          {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}

/** For the margin: "step 3 of 4". */
export function StepNote({ current }: { current: ImportStep }) {
  const t = useTranslations("import-page");
  const values = { number: STEPS.indexOf(current) + 1, total: STEPS.length, br: () => <br /> };
  return <>{t.rich("step", values)}</>;
}
