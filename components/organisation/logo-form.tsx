import { useTranslations } from "next-intl";
import { LinkButton, SubmitButton } from "@/components/ui/button";
import { Field, fieldAria } from "@/components/ui/field";

type LogoFormProps = {
  org: string;
  /** Id of the logo shown, "" for none: a concurrent replacement is refused. */
  seen: string;
  /** Key of the refusal. */
  error?: string;
};

/** Choosing and sending a file need no JavaScript. */
export function LogoForm({ org, seen, error }: LogoFormProps) {
  const t = useTranslations("organisation");
  const reason = error && t(`errors.${t.has(`errors.${error}`) ? error : "failed"}`);
  const text = { hint: t("hints.logo"), error: reason };
  return (
    <form method="post" encType="multipart/form-data" action={`/api/files/${org}`}>
      <input type="hidden" name="seen" value={seen} />
      <Field id="file" label={t("fields.logo")} {...text}>
        <input
          {...fieldAria("file", text)}
          id="file"
          name="file"
          type="file"
          className="inp bg-raised text-ink"
          accept=".png,.jpg,.jpeg,image/png,image/jpeg"
          autoFocus={reason ? true : undefined}
          required
        />
      </Field>
      <div className="form-end">
        <SubmitButton>{t("saves.logo")}</SubmitButton>
        <LinkButton href={`/${org}/organisation#logo`}>{t("cancel")}</LinkButton>
      </div>
    </form>
  );
}
