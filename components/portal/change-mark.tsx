import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";

/** New, or changed, since the visit before this one: quiet, for nothing is asked. */
export function ChangeMark({ of: change }: { of: "new" | "changed" }) {
  const t = useTranslations("portal");
  return <Status kind="plain">{t(change)}</Status>;
}
