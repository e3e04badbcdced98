import { getTranslations } from "next-intl/server";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Forbidden } from "@/components/ui/states";

/** Names who grants access: owner and DPO. */
export default async function AuditorsForbidden() {
  const t = await getTranslations("grant");
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("title")} />
      <Line>
        <Forbidden title={t("forbidden.title")}>{t("forbidden.text")}</Forbidden>
      </Line>
    </Sheet>
  );
}
