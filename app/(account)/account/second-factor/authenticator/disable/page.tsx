import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DisableForm } from "@/components/second-factor/disable-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadProof } from "@/lib/features/second-factor/loaders";
import { titled } from "@/lib/i18n/titled";

export const generateMetadata = titled("security", "disable.title");

export default async function DisableAuthenticatorPage() {
  const [{ hasTotp }, t] = await Promise.all([loadProof({}), getTranslations("security")]);
  if (!hasTotp) notFound();
  return (
    <Sheet>
      <PageHead title={t("disable.title")} lead={t("disable.lead")} note={t("article")} />
      <Line>
        <Words of={["form", "security"]}>
          <DisableForm />
        </Words>
      </Line>
    </Sheet>
  );
}
