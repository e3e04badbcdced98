import { FlaskConical } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { navHref } from "./nav-href";

/** Says that a part of the organisation's data are invented, and leads whoever may to clearing them. */
export function ExampleMark({ org, mayClear }: { org: string; mayClear: boolean }) {
  const t = useTranslations("shell.example");
  const face = (
    <>
      <Icon of={FlaskConical} small />
      {t("mark")}
    </>
  );
  return (
    <p className="example-mark" title={t("says")}>
      {mayClear ? (
        <Link href={navHref(org, "/example")} prefetch={false}>
          {face}
          <span className="sr">{t("clear")}</span>
        </Link>
      ) : (
        <span>{face}</span>
      )}
    </p>
  );
}
