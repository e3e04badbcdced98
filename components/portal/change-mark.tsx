import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";

export function ChangeMark({ of: change }: { of: "new" | "changed" }) {
  const t = useTranslations("portal");
  return <Status kind="plain">{t(change)}</Status>;
}
