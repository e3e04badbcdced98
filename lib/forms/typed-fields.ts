import { z } from "zod";

/** The version that the person read, as a form sends it or an address names it. */
export const version = z.coerce.number().int().positive().max(2_147_483_647);

/** A line of text that may be left empty. */
export const line = z.string().trim().max(300, "tooLong").default("");

/** One box ticked arrives as a text, none not at all, or as false from a browser with a script. */
export const several = (value: unknown) =>
  value === undefined || value === "" || value === false ? [] : Array.isArray(value) ? value : [value];

/** One entry per line; a list stays what it is. */
export const perLine = (value: unknown) =>
  typeof value === "string"
    ? value
        .split("\n")
        .map((stated) => stated.trim())
        .filter(Boolean)
    : value;
