import { FlaskConical } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { navHref } from "./nav-items";

/** Printed too: invented data must be recognised. */
export function ExampleLine({ org, mayClear }: { org: string; mayClear: boolean }) {
  const t = useTranslations("shell.example");
  return (
    <p className="example-line">
      <Icon of={FlaskConical} small />
      <span>{t("says")}</span>
      {mayClear && (
        <Link href={navHref(org, "/example")} prefetch={false}>
          {t("clear")}
        </Link>
      )}
    </p>
  );
}
