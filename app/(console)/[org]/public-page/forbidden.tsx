import { getTranslations } from "next-intl/server";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Forbidden } from "@/components/ui/states";

/** Names who decides what strangers see: owner and DPO. */
export default async function PublicPageForbidden() {
  const t = await getTranslations("public-page");
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("title")} />
      <Line>
        <Forbidden title={t("forbidden.title")}>{t("forbidden.text")}</Forbidden>
      </Line>
    </Sheet>
  );
}
