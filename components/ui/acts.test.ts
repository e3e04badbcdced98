import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const FRENCH = join(ROOT, "lib/i18n/messages/fr");

/** The last part of an address by which an act of several nouns is opened. */
const SHARED = /\/(edit|state|archive|retire|remove|leave|import|export)(\$\{[^}]*\})?[`"]}?$/;
/** Doors with words of their own, each with its reason. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  // An error of transcription is corrected; what is instructed is changed by another instruction.
  "app/(console)/[org]/instructions/[id]/page.tsx edit",
  // The text that a client is asked to approve, not the whole request.
  "app/(console)/[org]/authorisations/[id]/page.tsx edit",
  // Coming back to the list is an act that this noun alone has.
  "app/(console)/[org]/sub-processors/[id]/page.tsx state",
  // A list that is empty says from what it may be filled.
  "app/(console)/[org]/controllers/page.tsx import",
  "app/(console)/[org]/own-records/page.tsx import",
]);

const THAT_CANNOT_BE_UNDONE =
  /^(Retirer|Supprimer|Effacer|Révoquer|Écarter|Abandonner ce|Mettre fin|Réinitialiser le|Annuler ce courriel)/;
/** Texts of buttons that begin so and can be undone, or are for the person they are about. */
const UNDONE: ReadonlySet<string> = new Set([
  // A measure is restored.
  "measure.retire.act",
  // An absence, and days that a client announced, are written again.
  "member.absence.end",
  "holiday.takeBack",
  // Consent is withdrawn as easily as it was given, article 7(3).
  "answer.withdraw.act",
]);

const files = ["app", "components"].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tsx"))
    .map((path) => join(ROOT, room, path)),
);

type Element = { tag: string; attributes: string; inside: string };

function elementsOf(text: string): Element[] {
  const source = ts.createSourceFile("a.tsx", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: Element[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isJsxElement(node))
      found.push({
        tag: node.openingElement.tagName.getText(source),
        attributes: node.openingElement.attributes.getText(source),
        inside: node.children.map((child) => child.getText(source)).join(" "),
      });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Key and French text of each message that a button may show: its file may name several catalogues. */
function messagesOf(inside: string, text: string): { key: string; french: string }[] {
  const key = /\{t\("([\w.-]+)"/.exec(inside)?.[1];
  if (!key) return [];
  const names = [...text.matchAll(/(?:useTranslations|getTranslations)\("([\w.-]+)"\)/g)].map(
    ([, name]) => name,
  );
  return [...new Set(names)].flatMap((name) => {
    const french = readMessage(`${name}.${key}`);
    return french === undefined ? [] : [{ key: `${name}.${key}`, french }];
  });
}

function readMessage(path: string): string | undefined {
  const [file = "", ...keys] = path.split(".");
  let value: unknown = JSON.parse(readFileSync(join(FRENCH, `${file}.json`), "utf8"));
  for (const key of keys)
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return typeof value === "string" ? value : undefined;
}

it("opens an act that several nouns have by one word, icon and colour", () => {
  const named = files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const heads = /PageHead|SheetActs/.test(text) ? elementsOf(text) : [];
    return heads
      .filter(({ tag, attributes }) => tag === "LinkButton" && /\bicon=/.test(attributes))
      .flatMap(({ attributes }) => {
        const act = SHARED.exec(/href=\{?([^\s]+)/.exec(attributes)?.[1] ?? "")?.[1];
        return act ? [`${relative(ROOT, file)} ${act}`] : [];
      });
  });
  expect(named.filter((one) => !OWN_WORDS.has(one))).toEqual([]);
  expect([...OWN_WORDS].filter((one) => !named.includes(one))).toEqual([]);
});

it("colours each button of what cannot be undone", () => {
  const quiet = files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return elementsOf(text)
      .filter(({ tag, attributes }) => {
        const isSubmit = /^(SubmitButton|IdAct|PlainAct)$/.test(tag) || /type="submit"/.test(attributes);
        return isSubmit && !/irreversible/.test(attributes);
      })
      .flatMap(({ inside }) => messagesOf(inside, text))
      .filter(({ french }) => THAT_CANNOT_BE_UNDONE.test(french))
      .map(({ key }) => key);
  });
  expect(new Set(quiet)).toEqual(UNDONE);
});
