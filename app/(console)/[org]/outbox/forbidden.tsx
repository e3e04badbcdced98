import { getTranslations } from "next-intl/server";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Forbidden } from "@/components/ui/states";

/** Letters name people and may hold links that open doors: their readers are the owner and the officer. */
export default async function OutboxForbidden() {
  const t = await getTranslations("outbox");
  return (
    <Sheet>
      <PageHead note={t("article")} title={t("title")} />
      <Line>
        <Forbidden>{t("forbidden")}</Forbidden>
      </Line>
    </Sheet>
  );
}
