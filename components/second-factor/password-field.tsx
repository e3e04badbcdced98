import { useTranslations } from "next-intl";
import type { useServerForm } from "@/components/form/use-server-form";
import { TextInput } from "@/components/ui/text-input";

type Form = Pick<ReturnType<typeof useServerForm>, "choice">;

/** Shown unless sign-in is recent. The password is never sent back. */
export function PasswordField({ form, hint }: { form: Form; hint?: string }) {
  const t = useTranslations("security");
  return (
    <TextInput
      {...form.choice("password")}
      label={t("password")}
      hint={hint ?? t("passwordHint")}
      type="password"
      autoComplete="current-password"
      dir="ltr"
      narrow
      required
    />
  );
}
