import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";

/** New, or changed, since the visit before this one; nothing where neither. */
export function ChangeMark({ of: change }: { of: "new" | "changed" | null }) {
  const t = useTranslations("portal");
  return change && <Status kind="warn">{t(change)}</Status>;
}
