import { z } from "zod";
import { cleanText } from "./form-values";

/** Query of an address, as a page receives it. */
export type Search = Record<string, string | string[] | undefined>;

/** Words searched for in a list. Invalid fields of an address are ignored. */
export const searchField = z.string().transform(cleanText).pipe(z.string().trim().max(200)).catch("");

/** Id of the party that a list is narrowed to; "" for none. */
export const partyField = z.uuid().catch("");

/** Day as of which a list is read, as typed. */
export const dayField = z.string().transform(cleanText).pipe(z.string().trim().max(40)).catch("");

/** Keyset: keys of the last row seen; "" on the first page. */
export const cursorField = z.string().transform(cleanText).pipe(z.string().max(900)).catch("");

/** Opens the first view where the address names none. */
export function viewField<const View extends string>(views: readonly [View, ...View[]]) {
  return z.enum(views).catch(views[0] as never);
}
