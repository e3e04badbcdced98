import { getTranslations } from "next-intl/server";
import { Line, PageHead, Sheet } from "@/components/shell/sheet";
import { Forbidden } from "@/components/ui/states";

/** Names the readers of the outbox: owner and DPO, because letters name people and may hold links with tokens. */
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
