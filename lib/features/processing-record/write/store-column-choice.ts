import { cookies } from "next/headers";
import { type ListColumn, writeColumns } from "@/lib/domain/processing-record/list-columns";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { COOKIES, YEAR_S } from "@/lib/features/processing-record/read/columns";

/** Deletes the cookie for the default. Returns the address's value. */
export async function storeColumnChoice(capacity: Capacity, columns: readonly ListColumn[]): Promise<string> {
  const written = writeColumns(columns);
  const jar = await cookies();
  if (written === "") jar.delete(COOKIES[capacity]);
  else jar.set(COOKIES[capacity], written, { path: "/", maxAge: YEAR_S, sameSite: "lax", httpOnly: true });
  return written;
}
