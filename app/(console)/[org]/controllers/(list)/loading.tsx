import { getTranslations } from "next-intl/server";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Loading } from "@/components/ui/states";

export default async function ControllersLoading() {
  const t = await getTranslations("controller");
  return (
    <Sheet>
      <PageHead note={t("list.article")} title={t("list.title")} />
      <Loading columns={6} />
    </Sheet>
  );
}
