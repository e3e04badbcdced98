"use server";

import { redirect } from "next/navigation";
import { type SavedViewList, savedViewPath } from "@/lib/domain/saved-view/saved-view";
import { staffAction } from "@/lib/platform/request/action";
import { viewChangeSchema, viewFiltersSchema, viewRemovalSchema, viewSchema } from "./schema";
import {
  changeView,
  changeViewFilters,
  removeView,
  saveView,
} from "@/lib/features/saved-view/write/mutations";

type Opened = { list: SavedViewList; query: string };

/** Leads to the list with the filters of its view. */
function openView({ list, query }: Opened, org: string): never {
  redirect(`/${org}${savedViewPath(list)}?${query}`);
}

export const submitView = staffAction({ schema: viewSchema, verb: saveView, then: openView });
export const submitViewChange = staffAction({ schema: viewChangeSchema, verb: changeView, then: openView });
export const submitViewFilters = staffAction({
  schema: viewFiltersSchema,
  verb: changeViewFilters,
  then: openView,
});
export const submitViewRemoval = staffAction({
  schema: viewRemovalSchema,
  verb: removeView,
  then: ({ list }, org) => redirect(`/${org}${savedViewPath(list)}`),
});
