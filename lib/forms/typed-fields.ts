import { z } from "zod";

/** Version number that the person read; refuses more than PostgreSQL's `integer` holds. */
export const version = z.coerce.number().int().positive().max(2_147_483_647);

export const line = z.string().trim().max(300, "tooLong").default("");

/** Checkboxes arrive as a text when one is ticked, as nothing or as false when none is. */
export const several = (value: unknown) =>
  value === undefined || value === "" || value === false ? [] : Array.isArray(value) ? value : [value];

/** Splits a text into one entry per line; a list is returned unchanged. */
export const perLine = (value: unknown) =>
  typeof value === "string"
    ? value
        .split("\n")
        .map((stated) => stated.trim())
        .filter(Boolean)
    : value;
