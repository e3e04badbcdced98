import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";

type ImportedNoticeProps = { org: string; records: number; versions: number };

export function ImportedNotice({ org, records, versions }: ImportedNoticeProps) {
  const t = useTranslations("register-import");
  return (
    <div role="status">
      <h2>
        <Icon of={CircleCheck} small /> {t("done.title")}
      </h2>
      <p>{t("done.text", { records, versions })}</p>
      <p>
        <Link href={`/${org}/records`}>{t("done.processor")}</Link>
      </p>
      <p>
        <Link href={`/${org}/own-records`}>{t("done.controller")}</Link>
      </p>
    </div>
  );
}
