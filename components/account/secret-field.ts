import type { useServerForm } from "@/components/form/use-server-form";

/** Passwords are never sent back, by the server or the page. */
export function secretField({ field }: Pick<ReturnType<typeof useServerForm>, "field">, name: string) {
  const { defaultValue: _never, ...rest } = field(name);
  return { ...rest, type: "password", dir: "ltr" as const, required: true };
}
