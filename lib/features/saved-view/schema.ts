import { z } from "zod";
import { reorderQuery, SAVED_VIEW_LISTS } from "@/lib/domain/saved-view/saved-view";
import { requiredText, ticked } from "@/lib/forms/typed-fields";

const nameField = requiredText(60);
const queryField = z.string().trim().max(2_000).transform(reorderQuery);
const seenField = z.coerce.number().int().min(1).max(2_147_483_647);

/** Id of a view in the address of its page. */
export const viewIdSchema = z.uuid();

/** Address of the page that saves a view: the list, and its filters. Anything else has no such page. */
export const newViewSchema = z.object({ list: z.enum(SAVED_VIEW_LISTS), query: queryField.catch("") });

/** Saves the filters of a list under a name. */
export const viewSchema = z.object({
  list: z.enum(SAVED_VIEW_LISTS),
  query: queryField,
  name: nameField,
  isShared: ticked,
});
export type ViewInput = z.output<typeof viewSchema>;

/** Changes a view; `seen` is the number of its last act that the page showed. */
export const viewChangeSchema = z.object({
  id: z.uuid(),
  seen: seenField,
  name: nameField,
  isShared: ticked,
});
export type ViewChangeInput = z.output<typeof viewChangeSchema>;

/** A view as an option names it, "id number": its number is that of the act shown. */
const shownView = z.string().transform((text, ctx) => {
  const [id = "", seen = ""] = text.split(" ");
  const read = z.object({ id: z.uuid(), seen: seenField }).safeParse({ id, seen });
  if (read.success) return read.data;
  ctx.addIssue({ code: "custom", message: "required" });
  return z.NEVER;
});

/** Puts other filters in the place of a view's. */
export const viewFiltersSchema = z.object({ view: shownView, query: queryField });
export type ViewFiltersInput = z.output<typeof viewFiltersSchema>;

export const viewRemovalSchema = z.object({ id: z.uuid(), seen: seenField });
export type ViewRemovalInput = z.output<typeof viewRemovalSchema>;
