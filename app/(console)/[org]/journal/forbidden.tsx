import { getTranslations } from "next-intl/server";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Forbidden } from "@/components/ui/states";

/** Names the readers of the journal: owner and DPO, because it names people and their acts. */
export default async function JournalForbidden() {
  const t = await getTranslations("journal");
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("title")} />
      <Line>
        <Forbidden>{t("forbidden")}</Forbidden>
      </Line>
    </Sheet>
  );
}
