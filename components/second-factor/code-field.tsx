import type { useServerForm } from "@/components/form/use-server-form";
import { TextInput } from "@/components/ui/text-input";

type Form = Pick<ReturnType<typeof useServerForm>, "choice">;
type CodeFieldProps = { form: Form; label: string; hint: string };

/** Numeric keyboard, for application and recovery codes. */
export function CodeField({ form, label, hint }: CodeFieldProps) {
  return (
    <TextInput
      {...form.choice("code")}
      label={label}
      hint={hint}
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      dir="ltr"
      narrow
      required
    />
  );
}
