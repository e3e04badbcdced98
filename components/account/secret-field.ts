import type { useServerForm } from "@/components/form/use-server-form";

/** A password is never given back, neither by the server nor by the page. */
export function secretField({ field }: Pick<ReturnType<typeof useServerForm>, "field">, name: string) {
  const { defaultValue: _never, ...rest } = field(name);
  return { ...rest, type: "password", dir: "ltr" as const, required: true };
}
