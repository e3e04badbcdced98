import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { readColumns, writeColumns } from "@/lib/domain/processing-record/list-columns";
import { registerHref } from "@/lib/domain/processing-record/register-segments";
import type { Capacity } from "@/lib/domain/processing-record/types";

export type Search = Record<string, string | string[] | undefined>;

/** Cookie names per register. */
export const COOKIES: Record<Capacity, string> = {
  processor: "columns.records",
  controller: "columns.own-records",
};

export const YEAR_S = 365 * 24 * 3600;

/** Uses the last chosen columns where the address has none, so that a shared link shows the same. */
export async function restoreColumnChoice(slug: string, search: Search, capacity: Capacity): Promise<void> {
  if (search.columns !== undefined) return;
  const stored = writeColumns(readColumns((await cookies()).get(COOKIES[capacity])?.value ?? ""));
  if (stored === "") return;
  const pairs = Object.entries(search).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, one]),
  );
  redirect(`${registerHref(slug, capacity)}?${new URLSearchParams([...pairs, ["columns", stored]])}`);
}
