import { createTranslator } from "use-intl/core";
import { fieldOf } from "@/lib/domain/invariant/required";
import { elideBeforeValues } from "@/lib/i18n/elision";
import { withLaterValues } from "@/lib/i18n/letter-defaults";
import { inLanguage } from "@/lib/i18n/letter-language";
import { directionOf, DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/i18n/locale";
import { readShape } from "@/lib/i18n/message-arguments";
import { flattenMessages } from "@/lib/i18n/message-rules";
import { loadMessages } from "@/lib/i18n/messages";

/** Source of a letter: a row of the outbox, its secrets decrypted, and the organisation that sends it. */
export type LetterSource = {
  template: string;
  locale: string;
  params: Record<string, string>;
  /** Page that it is about, where it is not among the values. */
  link?: string;
  /** Null where they must not be shown, or are gone: what they said is masked. */
  secrets: Record<string, string> | null;
  organisation: { name: string; address: string } | null;
};

/** A letter in words, before it is set in HTML or in plain text. */
export type ComposedLetter = {
  locale: Locale;
  direction: "ltr" | "rtl";
  subject: string;
  greeting: string;
  paragraphs: string[];
  /** `link` is null where it is masked. */
  action: { label: string; link: string | null; copyLink: string } | null;
  closing: string;
  /** Link of a reader who wants no more of these letters; null in letters that nobody subscribed to. */
  leave: { label: string; link: string } | null;
  foot: { sender: string; organisation: string; address: string };
};

/** A letter that cannot be written: no such template, a value missing, a link that is none. It must never leave. */
export class LetterFault extends Error {
  override name = "LetterFault";
}

const MASK = "••••••";

/** The letter in its reader's language. Throws `LetterFault`. */
export async function composeLetter(source: LetterSource): Promise<ComposedLetter> {
  const locale = isLocale(source.locale) ? source.locale : DEFAULT_LOCALE;
  const sentences = await findSentences(locale, source.template);
  const values = valuesOf(source, sentences, locale);
  const translate = (key: string) => format(locale, source.template, fieldOf(sentences, key), values);
  const letterWords = await findLetterWords(locale);
  const { organisation } = source;
  const named = { organisation: isolate(organisation?.name ?? "", locale) };
  return {
    locale,
    direction: directionOf(locale),
    subject: translate("subject"),
    greeting: translate("greeting"),
    // A sentence that is not of this case is written as nothing.
    paragraphs: [...paragraphKeys(sentences).map(translate).filter(Boolean), ...itemsOf(source, locale)],
    action:
      // A reader who may not enter the portal is shown no button that leads there.
      sentences.action === undefined || withLaterValues(source.template, source.params).portal === "no"
        ? null
        : {
            label: translate("action"),
            link: linkOf(source, locale),
            copyLink: fieldOf(letterWords, "copyLink"),
          },
    closing: translate("closing"),
    leave: source.secrets?.leave
      ? { label: fieldOf(letterWords, "leave"), link: inLanguage(source.secrets.leave, locale) }
      : null,
    foot: {
      sender: organisation
        ? format(locale, "letter", fieldOf(letterWords, "sentBy"), named)
        : fieldOf(letterWords, "sentByPlatform"),
      organisation: named.organisation,
      address: isolate(organisation?.address ?? "", locale),
    },
  };
}

/** The sentences of one template by key: "subject", "greeting", "body" or "body.p1"…, "action", "closing". */
async function findSentences(locale: Locale, template: string): Promise<Record<string, string>> {
  const { mail = {} } = await loadMessages(locale);
  if (!Object.hasOwn(mail, template)) throw new LetterFault(`No letter is called ${template}.`);
  const sentences = flattenMessages(mail[template]);
  for (const key of ["subject", "greeting", "closing"]) {
    if (sentences[key] === undefined) throw new LetterFault(`${template} has no ${key}.`);
  }
  return sentences;
}

async function findLetterWords(locale: Locale): Promise<Record<string, string>> {
  const { outbox = {} } = await loadMessages(locale);
  return flattenMessages(outbox.letter);
}

function paragraphKeys(sentences: Record<string, string>): string[] {
  return Object.keys(sentences).filter((key) => key === "body" || key.startsWith("body."));
}

/**
 * Builds the arguments of the sentences. Untrusted values are reduced to one line and isolated in direction;
 * a value that selects a form ("role, select") is not displayed, and remains the code that the forms know.
 */
function valuesOf(
  { template, params, secrets }: LetterSource,
  sentences: Record<string, string>,
  locale: Locale,
): Record<string, string> {
  const asked = Object.values(sentences).flatMap((sentence) => readShape(sentence).asks);
  const choices = new Set(asked.filter((ask) => ask.includes(" ")).map((ask) => ask.split(" ")[0]));
  const given = Object.entries({ ...withLaterValues(template, params), ...secrets }).map(([name, value]) => [
    name,
    choices.has(name) ? oneLine(value) : isolate(value, locale),
  ]);
  if (secrets) return Object.fromEntries(given);
  return {
    ...Object.fromEntries(asked.map((ask) => [ask.split(" ")[0], MASK])),
    ...Object.fromEntries(given),
  };
}

/** Lines of a letter that lists: the value `items` has one on each line, and they follow its sentences. */
function itemsOf({ params }: LetterSource, locale: Locale): string[] {
  const lines = (params.items ?? "").split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => `– ${isolate(line, locale)}`);
}

/** A missing value throws, and so does a sentence that is not ICU: no letter leaves with a hole in it. */
function format(locale: Locale, template: string, sentence: string, values: Record<string, string>): string {
  const t = createTranslator({
    locale,
    messages: { sentence: elideBeforeValues(sentence, values, locale) },
    onError: (error) => {
      throw new LetterFault(`${template}: ${error.message}`);
    },
  });
  return t("sentence", values);
}

/** Accepts web addresses alone: no letter contains a script. A page is shown; a link that grants access may be masked. */
function linkOf({ template, params, secrets, ...source }: LetterSource, locale: Locale): string | null {
  const page = source.link ?? params.link;
  if (page === undefined && !secrets) return null;
  const link = page ?? secrets?.link ?? "";
  if (URL.canParse(link) && /^https?:$/.test(new URL(link).protocol)) return inLanguage(link, locale);
  throw new LetterFault(`${template} has a button and no link.`);
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** First strong isolate: a French name in an Arabic sentence, or the other way, does not turn its neighbours round. */
function isolate(value: string, locale: Locale): string {
  const text = oneLine(value);
  const isForeign = locale === "ar" ? !RIGHT_TO_LEFT.test(text) : RIGHT_TO_LEFT.test(text);
  return isForeign && text ? `\u2068${text}\u2069` : text;
}

/** No line break, no control or direction mark from a value: a subject is one line, and says what it seems to say. */
function oneLine(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
