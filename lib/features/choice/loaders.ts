import "server-only";
import { notFound } from "next/navigation";
import { CHOICE_ACTS, choiceAt } from "@/lib/domain/choice/choices";
import { can } from "@/lib/domain/nouns/policy";
import { todayIn } from "@/lib/domain/time/zones";
import type { Search } from "@/lib/forms/list-query";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { requireStaff } from "@/lib/platform/request/request-session";
import { findChoiceControllers, findChoicesOf, findRecentChoices } from "@/lib/features/choice/read/queries";
import { personQuerySchema } from "./schema";

type Row = Awaited<ReturnType<typeof findChoicesOf>>[number];

/** Loads one person's choices with what holds of each act today, or the last ones recorded. */
export async function loadChoices(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  const { person } = personQuerySchema.parse(search);
  const rows = await readInScope(ctx.scope, (tx) =>
    person ? findChoicesOf(tx, person) : findRecentChoices(tx),
  );
  return {
    ...{ person, rows, mayRecord: can(ctx.actor, "choice.record") },
    holding: person ? holdingNow(rows, ctx.now.getTime()) : [],
  };
}

/** Lists, for each controller, the status of each act and purpose that the person ever chose about. */
function holdingNow(rows: readonly Row[], at: number) {
  const day = todayIn("Europe/Paris", at);
  const controllers = new Map(rows.map(({ controller }) => [controller.id, controller]));
  return [...controllers.values()].flatMap((controller) => {
    const own = rows.filter((row) => row.controller.id === controller.id);
    return CHOICE_ACTS.flatMap((act) =>
      [...new Set(own.filter((row) => row.act === act).map(({ purpose }) => purpose))].map((purpose) => ({
        ...{ controller, act, purpose },
        ...choiceAt(own, { act, purpose, at, day }),
      })),
    );
  });
}

export async function loadChoiceForm(slug: string) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "choice.record")) notFound();
  const controllers = await readInScope(ctx.scope, findChoiceControllers);
  return { controllers, today: todayIn("Africa/Casablanca", ctx.now.getTime()) };
}
