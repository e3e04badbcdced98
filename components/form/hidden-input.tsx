import type { useServerForm } from "./use-server-form";

type HiddenProps = {
  form: Pick<ReturnType<typeof useServerForm>, "choice">;
  name: string;
  value: string | number;
};

/** Registers a hidden value, so that the browser-side schema check sees it. */
export function HiddenInput({ form, name, value }: HiddenProps) {
  const { error: _error, ...registered } = form.choice(name);
  return <input {...registered} type="hidden" value={value} />;
}
