import { getTranslations } from "next-intl/server";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Forbidden } from "@/components/ui/states";

/** The journal names people and what they did: its readers are the owner and the officer. */
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
