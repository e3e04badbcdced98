import { getTranslations } from "next-intl/server";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Forbidden } from "@/components/ui/states";

/** Names the makers of dossiers: owner and DPO. */
export default async function DossiersForbidden() {
  const t = await getTranslations("dossier");
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("title")} />
      <Line>
        <Forbidden title={t("forbidden.title")}>{t("forbidden.text")}</Forbidden>
      </Line>
    </Sheet>
  );
}
