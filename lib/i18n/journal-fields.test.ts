import { describe, expect, it } from "vitest";
import { AUTHORISATION_STATES } from "@/lib/domain/authorisation/types";
import { CAMPAIGN_AUDIENCES, CAMPAIGN_BASES, campaignNumberSchema } from "@/lib/domain/campaign/content";
import { JOURNAL_FIELDS, SUBJECT_NOUNS } from "@/lib/domain/nouns/events";
import {
  ANSWER_CONTENTS,
  ANSWER_MEANS,
  ANSWERERS,
  DECISIONS,
  FACT_KINDS,
  factValueSchema,
  NOT_OURS,
  REFUSAL_GROUNDS,
  RELAY_MEANS,
  TASK_KINDS,
  TASK_OUTCOMES,
  TRIES,
} from "@/lib/domain/rights-request/facts";
import { CONSENT_ITEMS, SECTORS } from "@/lib/domain/telephone-prospecting/facts";
import { TERRITORIES } from "@/lib/domain/telephone-prospecting/territories";
import { CORRECTIONS } from "@/lib/domain/choice/choices";
import { LINK_WORTHS } from "@/lib/domain/consultation/link";
import { codeWordsOf, fieldWordsOf } from "./journal-fields";
import { LOCALES } from "./locale";
import { loadMessages } from "./messages";

const catalogues = await Promise.all(
  LOCALES.map(async (locale) => [locale, await loadMessages(locale)] as const),
);

/** The text behind a key, or undefined where there is none or more than one. */
function textAt(messages: unknown, key: string): string | undefined {
  const found = key
    .split(".")
    .reduce<unknown>((tree, part) => (tree as Record<string, unknown> | undefined)?.[part], messages);
  return typeof found === "string" ? found : undefined;
}

describe("the fields of the journal", () => {
  it.each(catalogues)("have words in %s, every one that a noun declares", (_, messages) => {
    const nameless = SUBJECT_NOUNS.flatMap((noun) =>
      [...JOURNAL_FIELDS[noun].declared]
        .filter((name) => !fieldWordsOf(noun, name).some((key) => textAt(messages, key)))
        .map((name) => `${noun}: ${name}`),
    );
    expect(nameless).toEqual([]);
  });

  it.each(catalogues)("have words in %s for the parts of their values", (_, messages) => {
    const parts = [
      ...Object.keys(factValueSchema.shape).map((name) => ["rights-request", name] as const),
      ...Object.keys(factValueSchema.shape.task.unwrap().shape).map(
        (name) => ["rights-request", name] as const,
      ),
      ...CONSENT_ITEMS.map((name) => ["choice", name] as const),
      ...Object.keys(campaignNumberSchema.shape).map((name) => ["campaign", name] as const),
    ];
    const nameless = parts.filter(
      ([noun, name]) => !fieldWordsOf(noun, name).some((key) => textAt(messages, key)),
    );
    expect(nameless).toEqual([]);
  });

  it.each(catalogues)("hold codes that have words in %s", (_, messages) => {
    const codes = [
      ...AUTHORISATION_STATES.map((state) => ["authorisation", "state", state] as const),
      ["member", "role", "dpo"] as const,
      ["contact", "role", "signatory"] as const,
      ["processing-record", "state", "draft"] as const,
      ["processing-record", "minorsAnswer", "unanswered"] as const,
      ["transfer", "state", "suspended"] as const,
      ["transfer", "flow", "to-sub-processor"] as const,
      ["transfer", "tool.tool", "adequacy"] as const,
      ["instruction", "channel", "telephone"] as const,
      ["instruction", "authority", "unlisted"] as const,
      ["contract-end", "answer", "chose-deletion"] as const,
      ["contract-end", "means", "contract"] as const,
      ["organisation", "gdprBinding", "contractual-only"] as const,
      ["controller", "country", "FR"] as const,
      ["controller", "language", "ar"] as const,
      ["thread", "subjectNoun", "contract"] as const,
      ["mail", "channel", "letter"] as const,
      ...FACT_KINDS.map((kind) => ["rights-request", "kind", kind] as const),
      ...DECISIONS.map((decision) => ["rights-request", "value.decision", decision] as const),
      ...RELAY_MEANS.map((means) => ["rights-request", "value.means", means] as const),
      ...REFUSAL_GROUNDS.map((ground) => ["rights-request", "value.ground", ground] as const),
      ...NOT_OURS.map((cause) => ["rights-request", "value.cause", cause] as const),
      ...TASK_KINDS.map((kind) => ["rights-request", "value.task.kind", kind] as const),
      ...TASK_OUTCOMES.map((outcome) => ["rights-request", "value.outcome", outcome] as const),
      ...ANSWERERS.map((by) => ["rights-request", "value.answeredBy", by] as const),
      ...ANSWER_MEANS.map((means) => ["rights-request", "value.answerMeans", means] as const),
      ...ANSWER_CONTENTS.map((told) => ["rights-request", "value.answer", told] as const),
      ...ANSWERERS.map((by) => ["rights-request", "value.triedBy", by] as const),
      ...TRIES.map((one) => ["rights-request", "value.tried", one] as const),
      ...CORRECTIONS.map((reason) => ["choice", "correction", reason] as const),
      ...LINK_WORTHS.map((worth) => ["consultation", "worth", worth] as const),
      ...CONSENT_ITEMS.map((item) => ["choice", `items.${item}`, "unknown"] as const),
      ...CAMPAIGN_BASES.map((basis) => ["campaign", "basis", basis] as const),
      ...CAMPAIGN_AUDIENCES.map((audience) => ["campaign", "audience", audience] as const),
      ...TERRITORIES.map((territory) => ["campaign", "territories", territory] as const),
      ...SECTORS.map((sector) => ["campaign", "sector", sector] as const),
      ["campaign", "numbers.authenticated", "yes"] as const,
    ];
    const raw = codes.filter(([noun, name, code]) => !textAt(messages, codeWordsOf(noun, name, code) ?? ""));
    expect(raw).toEqual([]);
  });
});
