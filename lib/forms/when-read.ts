import type { z } from "zod";

/**
 * Lets a check of a form run as soon as the fields that it reads were read, whatever is wrong with others. Without it zod leaves the check
 * out while any field of the form is unreadable, and a person is told of one fault after the other.
 */
export function whenRead(...fields: readonly string[]): Pick<z.core.$ZodCheckDef, "when"> {
  return {
    when: ({ issues }) =>
      issues.every(({ path: [field] = [] }) => field !== undefined && !fields.includes(String(field))),
  };
}
