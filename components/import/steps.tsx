import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";

const STEPS = ["file", "columns", "check", "done"] as const;
/** The CNIL's workbook has fixed columns, so there is no column step. */
const STEPS_OF_CNIL = STEPS.filter((step) => step !== "columns");

export type ImportStep = (typeof STEPS)[number];
type StepsProps = { current: ImportStep; isCnil?: boolean };

export function Steps({ current, isCnil }: StepsProps) {
  const t = useTranslations("import-page");
  const steps = stepsOf(isCnil);
  return (
    <ol className="steps" aria-label={t("stepsLabel")}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === current ? "step" : undefined}>
          {t(`steps.${step}`)}
          {index < steps.length - 1 && <Icon of={ChevronRight} small flip />}
        </li>
      ))}
    </ol>
  );
}

/** Example: "step 3 of 4". */
export function StepNote({ current, isCnil }: StepsProps) {
  const t = useTranslations("import-page");
  const steps = stepsOf(isCnil);
  const values = { number: steps.indexOf(current) + 1, total: steps.length, br: () => <br /> };
  return <>{t.rich("step", values)}</>;
}

function stepsOf(isCnil = false): readonly ImportStep[] {
  return isCnil ? STEPS_OF_CNIL : STEPS;
}
