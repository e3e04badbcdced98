import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RenewForm } from "@/components/second-factor/renew-form";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { loadProof } from "@/lib/features/second-factor/loaders";
import { titled } from "@/lib/i18n/titled";

export const generateMetadata = titled("security", "renew.title");

export default async function RecoveryCodesPage() {
  const [{ isOn, asksPassword, recoveryLeft }, t] = await Promise.all([
    loadProof({}),
    getTranslations("security"),
  ]);
  if (!isOn) notFound();
  return (
    <Sheet>
      <PageHead title={t("renew.title")} lead={t("codes.lead")} />
      <Line>
        <Words of={["form", "security"]}>
          <RenewForm asksPassword={asksPassword} recoveryLeft={recoveryLeft} />
        </Words>
      </Line>
    </Sheet>
  );
}
