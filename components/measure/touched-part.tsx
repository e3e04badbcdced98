import { useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { TouchedRecords } from "./touched-records";

export function TouchedPart(props: Parameters<typeof TouchedRecords>[0]) {
  const t = useTranslations("measure");
  const { count } = props.touched;
  return (
    <>
      <Part title={t("touched.title")} article={t("article", { article: "30(2)(d)" })}>
        <p className="mt-2 mb-2">{count > 0 ? t("touched.count", { count }) : t("touched.none")}</p>
      </Part>
      {count > 0 && <TouchedRecords {...props} />}
    </>
  );
}
