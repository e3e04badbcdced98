import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { fieldOf } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { articleOfCode } from "@/lib/domain/processing-record/completeness";
import { openMentions, recordTemplate, TEMPLATES } from "@/lib/domain/template/library";
import { QUESTIONS } from "@/lib/domain/template/questions";
import type { RecordTemplate } from "@/lib/domain/template/types";
import { withoutIsolates } from "@/lib/i18n/bidi";
import type { Locale } from "@/lib/i18n/locale";
import { translator, type Translator } from "@/lib/i18n/translator";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { requireStaff } from "@/lib/platform/request/request-session";
import { findAdoptedReferences } from "@/lib/features/template/read/queries";

export async function loadTemplates(slug: string, locale: Locale) {
  const ctx = await requireStaff(slug);
  const translate = await translator(locale, "template-library");
  return {
    templates: TEMPLATES.map(({ code, family, operations, questions }) => ({
      code,
      family,
      title: translate(`entries.${code}.title`),
      text: translate(`entries.${code}.text`),
      operations: operations.length,
      questions: questions.length,
    })),
    mayWrite: can(ctx.actor, "record.write"),
  };
}

/** Cached per request. */
export const loadTemplate = cache(async (slug: string, code: string, locale: Locale) => {
  const ctx = await requireStaff(slug);
  const template = recordTemplate(code);
  if (!template) notFound();
  const adopted = await readInScope(ctx.scope, findAdoptedReferences);
  const translate = await translator(locale, "template-library");
  const library = await translator(locale, "measure-library");
  const measures = template.measures.map((measure) => ({
    code: measure,
    title: library(`entries.${measure}.title`),
    /** "" while the measure is not adopted. */
    reference: adopted.get(measure) ?? "",
  }));
  const count = measures.filter(({ reference }) => reference !== "").length;
  return {
    code,
    title: translate(`entries.${code}.title`),
    text: translate(`entries.${code}.text`),
    ...inWords(template, translate),
    special: template.special,
    specialHints: template.specialHints,
    measures,
    open: openMentions(template, { adopted: count }).map(({ code: gap, field, reason }) => ({
      code: gap,
      article: articleOfCode(gap),
      field,
      title: translate(`open.${reason}.title`),
      text: translate(`open.${reason}.text`),
    })),
    may: { write: can(ctx.actor, "record.write"), adopt: can(ctx.actor, "measure.write") },
  };
});
export type LoadedTemplate = Awaited<ReturnType<typeof loadTemplate>>;

/** Null without a template, or for an unknown one. */
export async function loadTemplateStart(slug: string, code: string, locale: Locale) {
  if (!recordTemplate(code)) return null;
  const { title, operations, measures } = await loadTemplate(slug, code, locale);
  const suggested = measures.filter(({ reference }) => reference === "");
  return {
    code,
    language: locale,
    title: withoutIsolates(title),
    operations: operations.map(withoutIsolates),
    suggested: suggested.map((measure) => measure.title),
    attached: measures.length - suggested.length,
  };
}

function inWords(template: RecordTemplate, translate: Translator) {
  const words = (group: string, codes: readonly string[]) =>
    codes.map((code) => translate(`${group}.${code}`));
  return {
    operations: words("operations", template.operations),
    persons: words("persons", template.persons),
    data: words("data", template.data),
    tools: words("tools", template.tools),
    subProcessors: words("subProcessors", template.subProcessors),
    questions: template.questions.map((code) => ({
      code,
      ...fieldOf(QUESTIONS, code),
      text: translate(`questions.${code}`),
    })),
  };
}
