import { TextInput } from "@/components/ui/text-input";
import type { useServerForm } from "./use-server-form";

type OwnPasswordProps = {
  form: Pick<ReturnType<typeof useServerForm>, "choice" | "errorOf">;
  label: string;
  /** Says what the proof is for. */
  hint: string;
};

/** Shown once an act was asked for by somebody who proved nothing within five minutes. It is never sent back. */
export function OwnPassword({ form, label, hint }: OwnPasswordProps) {
  if (!form.errorOf("password")) return null;
  return (
    <TextInput
      {...form.choice("password")}
      label={label}
      hint={hint}
      type="password"
      autoComplete="current-password"
      dir="ltr"
      narrow
      required
    />
  );
}
