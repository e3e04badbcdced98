import { useTranslations } from "next-intl";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { FileInput } from "@/components/ui/text-input";

type LogoFormProps = {
  org: string;
  /** Id of the logo shown, "" for none: a concurrent replacement is refused. */
  seen: string;
  /** Key of the refusal. */
  error?: string;
};

export function LogoForm({ org, seen, error }: LogoFormProps) {
  const t = useTranslations("organisation");
  const reason = error && t(`errors.${t.has(`errors.${error}`) ? error : "failed"}`);
  return (
    <form method="post" encType="multipart/form-data" action={`/api/files/${org}`}>
      <input type="hidden" name="seen" value={seen} />
      <FileInput
        label={t("fields.logo")}
        hint={t("hints.logo")}
        error={reason}
        accept=".png,.jpg,.jpeg,image/png,image/jpeg"
        autoFocus={reason ? true : undefined}
      />
      <div className="form-end">
        <SubmitButton>{t("saves.logo")}</SubmitButton>
        <LinkButton href={`/${org}/organisation#logo`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
