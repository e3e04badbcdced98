import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { ContactStanding } from "@/lib/domain/contact/standing";

export function ContactStatus({ of: { standing } }: { of: { standing: ContactStanding } }) {
  const t = useTranslations("contact");
  const words = t(`states.${standing}`);
  if (standing === "active") return <Status kind="ok">{words}</Status>;
  if (standing === "lapsed") return <Status kind="warn">{words}</Status>;
  return (
    <Status kind="plain" icon={standing === "invited" ? Mail : undefined}>
      {words}
    </Status>
  );
}
