import type { TRIES } from "@/lib/domain/rights-request/facts";
import type { Task } from "@/lib/domain/rights-request/file";
import { joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator, type Translator } from "@/lib/i18n/translator";

/** Says what was done on a line: "done", "nothing held", "impossible" with its reason, or still to be carried out. */
export function describeOutcome(
  { outcome, reason }: Pick<Task, "outcome" | "reason">,
  t: Translator,
): string {
  return outcome === "impossible"
    ? t("tasks.impossible", { reason: t(`reasons.${reason ?? "unsaid"}`) })
    : t(`outcomes.${outcome ?? "open"}`);
}

/** All lines of a request in one sentence. */
export async function describeTasks(tasks: readonly Task[], locale: Locale): Promise<string> {
  const t = await translator(locale, "rights-request");
  return tasks
    .map((task) => t("tasks.line", { name: task.name, outcome: describeOutcome(task, t) }))
    .join(t("tasks.between"));
}

type Try = (typeof TRIES)[number];

/** Ways in which a person was tried, in words. */
export function triesIn(tried: readonly Try[], t: Translator, locale: Locale): string {
  return joinParts(
    tried.map((one) => t(`tries.${one}`)),
    locale,
  );
}

/** Ways in which a person was tried, in the language of a letter. */
export async function describeTries(tried: readonly Try[], locale: Locale): Promise<string> {
  return triesIn(tried, await translator(locale, "rights-request"), locale);
}
