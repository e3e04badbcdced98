import { getTranslations } from "next-intl/server";
import { PageHead, Sheet } from "@/components/shell/sheet";
import { Loading } from "@/components/ui/states";

export default async function ImportLoading() {
  const t = await getTranslations("import-page");
  return (
    <Sheet>
      <PageHead title={t("title")} />
      <Loading columns={6} />
    </Sheet>
  );
}
