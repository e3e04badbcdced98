import { describe, expect, it } from "vitest";
import { AUTHORISATION_STATES } from "@/lib/domain/authorisation/types";
import { JOURNAL_FIELDS, SUBJECT_NOUNS } from "@/lib/domain/nouns/events";
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
    ];
    const raw = codes.filter(([noun, name, code]) => !textAt(messages, codeWordsOf(noun, name, code) ?? ""));
    expect(raw).toEqual([]);
  });
});
