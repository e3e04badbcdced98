import type { SubjectNoun } from "@/lib/domain/nouns/events";
import type { Where } from "@/lib/domain/search/found";
import { snippetOf } from "@/lib/domain/search/stands";
import type { SearchUnit } from "@/lib/domain/search/units";
import { Prisma } from "@/lib/generated/prisma/client";
import { textAt, wordsOfCode, type NamedRow } from "@/lib/i18n/code-words";
import { fieldWordsOf } from "@/lib/i18n/journal-fields";
import type { Locale } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";
import type { FoundPlace, SearchedNoun } from "@/lib/platform/database/search";
import type { Tx } from "@/lib/platform/database/transaction";

type Asked = {
  /** Ids of rows that are shown and whose name does not show what was asked. */
  ids: Partial<Record<SearchedNoun, readonly string[]>>;
  units: readonly SearchUnit[];
  places: ReadonlyMap<string, FoundPlace>;
  named: readonly NamedRow[];
  locale: Locale;
};

/** Says of each row where the words of a question stand: in a field, with the text around, else in what was ticked. */
export async function findPlaces(tx: Tx, asked: Asked): Promise<Map<string, Where>> {
  const { ids, units, places, named, locale } = asked;
  const sources = Object.entries(ids).filter(([, some]) => some.length > 0) as [SearchedNoun, string[]][];
  const found = new Map<string, Where>();
  if (sources.length === 0) return found;
  const parts = sources.map(([noun, some]) => textsOf(noun, some));
  const rows = await tx.$queryRaw<{ id: string; noun: SearchedNoun; said: unknown }[]>`
    ${Prisma.join(parts, " UNION ALL ")}`;
  const messages = await loadMessages(locale);
  for (const { id, noun, said } of rows) {
    const text = firstPlace(said, units);
    const code = await codeWords(places.get(id)?.coded ?? [], { locale, named });
    if (text) found.set(id, { field: fieldLabel(messages, noun, text.path), text: text.snippet });
    else if (code) found.set(id, { field: "", text: code });
  }
  return found;
}

/** The texts of rows of one noun, as a document whose names are those of its fields. */
function textsOf(noun: SearchedNoun, ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT r.id, ${noun} AS noun, ${saidBy(noun)} AS said
    FROM ${Prisma.raw(TABLES[noun])} r WHERE r.id = ANY (${ids}::uuid[])`;
}

const WORK_TABLE = "dpo_work";
const TABLES: Record<SearchedNoun, string> = {
  "processing-record": "processing_record",
  controller: "controller",
  contract: "contract",
  instruction: "instruction",
  transfer: "transfer",
  "sub-processor": "sub_processor",
  authorisation: "authorisation",
  breach: "breach",
  "rights-request": "rights_request",
  thread: "thread",
  mail: "outbox_mail",
  "watch-item": WORK_TABLE,
  training: WORK_TABLE,
  "internal-audit": WORK_TABLE,
  assistance: WORK_TABLE,
  "dpo-designation": WORK_TABLE,
  procedure: WORK_TABLE,
  "cndp-filing": WORK_TABLE,
};

function saidBy(noun: SearchedNoun): Prisma.Sql {
  switch (noun) {
    case "instruction":
      return Prisma.sql`jsonb_build_object('text', r.text)`;
    case "controller":
      return Prisma.sql`to_jsonb(r) - ARRAY['org_id', 'legal_name', 'version', 'archive_reason'] || jsonb_build_object('formerName',
        ARRAY(SELECT s.spelling FROM controller_spelling s WHERE s.org_id = r.org_id AND s.controller_id = r.id
          UNION SELECT v.snapshot->>'legalName' FROM controller_version v WHERE v.org_id = r.org_id AND v.controller_id = r.id AND v.snapshot->>'legalName' <> r.legal_name))`;
    case "authorisation":
      return Prisma.sql`jsonb_build_object('recipient', r.recipient, 'text', r.text)`;
    case "rights-request":
      return Prisma.sql`'{}'::jsonb`;
    case "breach":
      return Prisma.sql`jsonb_build_object('text', ARRAY(SELECT f.value ->> 'text' FROM breach_fact f
        WHERE f.org_id = r.org_id AND f.breach_id = r.id ORDER BY f.number))`;
    case "thread":
      return Prisma.sql`jsonb_build_object('text', ARRAY(SELECT m.author_name || ' : ' || m.text FROM thread_message m
        WHERE m.org_id = r.org_id AND m.thread_id = r.id ORDER BY m.number))`;
    case "mail":
      return Prisma.sql`r.params`;
    default:
      return Prisma.sql`r.content`;
  }
}

/** Values of choices, countries and days: what was ticked is said by its words. */
const CODE =
  /^(?:[A-Z]{2}|[a-z0-9]+(?:[_-][a-z0-9]+)+|present|absent|delete|return|hosting|minor|major|adequacy|tacit|general|specific)$/;

type Place = { path: string; snippet: string };

/** The first text of a document in which a unit stands, in the order of its fields. */
function firstPlace(said: unknown, units: readonly SearchUnit[], path = ""): Place | null {
  if (typeof said === "string") {
    if (CODE.test(said)) return null;
    const snippet = snippetOf(said, units);
    return snippet === null ? null : { path, snippet };
  }
  if (typeof said !== "object" || said === null) return null;
  for (const [name, value] of Object.entries(said)) {
    const below = Array.isArray(said) ? path : path === "" ? name : `${path}.${name}`;
    const found = firstPlace(value, units, below);
    if (found) return found;
  }
  return null;
}

/** Names a field by its form's words, those of its section, or none. */
function fieldLabel(messages: unknown, noun: SubjectNoun, path: string): string {
  const camel = path.replace(/_(\p{L})/gu, (_all, letter: string) => letter.toUpperCase());
  const bare = camel.replace(/^deed\./, "");
  const last = bare.split(".").at(-1) ?? "";
  const clause = /(?:^|\.)(K\d\d)(?:\.|$)/.exec(bare)?.[1];
  const names = [
    ...new Set([bare, ...(clause ? [clause] : []), bare.split(".").slice(0, 2).join("."), last]),
  ];
  const keys = names.filter(Boolean).flatMap((name) => fieldWordsOf(noun, name));
  for (const key of keys) {
    const label = textAt(messages, key);
    if (label !== "" && !label.includes("{")) return label;
  }
  return "";
}

async function codeWords(
  codes: readonly string[],
  { locale, named }: { locale: Locale; named: readonly NamedRow[] },
): Promise<string> {
  const words = await Promise.all(codes.map((code) => wordsOfCode(locale, code, named)));
  return [...new Set(words.filter(Boolean))].slice(0, 3).join(", ");
}
