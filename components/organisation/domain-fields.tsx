import { useTranslations } from "next-intl";
import { useFormAround } from "@/components/form/form-context";
import { TextArea } from "@/components/ui/text-input";

/** Domains of the organisation's own, one on each line: nobody there answers for its client, article 28(2). */
export function DomainFields() {
  const t = useTranslations("organisation");
  const { field } = useFormAround();
  return (
    <TextArea
      {...field("ownDomains")}
      label={t("fields.ownDomains")}
      hint={t("hints.ownDomains")}
      rows={4}
      dir="ltr"
      autoCapitalize="none"
      spellCheck={false}
      optional
    />
  );
}
