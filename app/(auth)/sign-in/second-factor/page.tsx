import { getTranslations } from "next-intl/server";
import { SecondStepForm } from "@/components/second-factor/second-step-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { Words } from "@/components/shell/words";
import { loadSecondStep } from "@/lib/features/second-factor/loaders";
import { titled } from "@/lib/i18n/titled";

export const generateMetadata = titled("security", "step.title");

export default async function SecondStepPage() {
  const [step, t] = await Promise.all([loadSecondStep(), getTranslations("security")]);
  return (
    <AuthShell title={t("step.title")} lead={t("step.lead")} note={t("step.note")}>
      <Words of={["form", "security"]}>
        <SecondStepForm {...step} />
      </Words>
    </AuthShell>
  );
}
