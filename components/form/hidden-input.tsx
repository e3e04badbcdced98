import type { useServerForm } from "./use-server-form";

type HiddenProps = {
  form: Pick<ReturnType<typeof useServerForm>, "choice">;
  name: string;
  value: string | number;
};

/** What the form sends in silence, and its schema asks for: registered, so that the browser's own check finds it. */
export function HiddenInput({ form, name, value }: HiddenProps) {
  const { error: _error, ...registered } = form.choice(name);
  return <input {...registered} type="hidden" value={value} />;
}
