import { itemAt } from "@/lib/domain/invariant/required";
import { PLACE_KINDS, type PlaceKind } from "@/lib/domain/country/place-kinds";
import { fold } from "@/lib/domain/text/fold";
import { WITHOUT_MEANING } from "@/lib/domain/text/qualifier-words";
import { LINK_WORDS } from "@/lib/domain/text/vagueness-words";

/**
 * Words of each kind of place: those that name the kind and no more, and those that say how it is done there. "Basé" is
 * not among them: without its accent it is a database.
 */
const WORDS: Readonly<Record<PlaceKind, { naming: string; telling: string }>> = {
  hosting: {
    naming: `
      heberge hebergee heberges hebergees hebergement hosted hosting host استضافة مستضافة مستضاف مستضافا
      gehostet hosten alojado alojamiento ospitato
    `,
    telling: `
      hebergeur serveur serveurs stockage stocke stockes stockee stockees sauvegarde sauvegardes datacenter
      servers server storage stored backup backups خوادم خادم تخزين مخزن مخزنة speicherung opslag servidores
    `,
  },
  support: {
    naming: "support دعم soporte supporto",
    telling: `
      agent agents maintenance assistance helpdesk equipe equipes supervision team teams صيانة مساعدة فريق فرق
      wartung onderhoud mantenimiento manutenzione
    `,
  },
  access: {
    naming: "acces access ولوج وصول zugriff toegang acceso accesso",
    telling: `
      accessible accessibles accede accedee accedees consultation consulte consultees vu vues accessed viewed seen اطلاع
    `,
  },
  establishment: {
    naming: "etablissement establishment مقر niederlassung establecimiento stabilimento vestiging",
    telling: `
      etabli etablie etablis etablies siege basee basees filiale implante implantee established headquartered headquarters
      based subsidiary فرع sitz sede filial gevestigd
    `,
  },
};

/** Words that say more of what is done: "support de nuit", "maintenance à distance". */
const MORE = new Set("nuit jour distance night day remote بعد ليل".split(" "));

const split = (words: string): string[] => words.trim().split(/\s+/);

const KIND_OF: ReadonlyMap<string, PlaceKind> = new Map(
  PLACE_KINDS.flatMap((kind) =>
    split(`${WORDS[kind].naming} ${WORDS[kind].telling}`).map((word) => [word, kind] as const),
  ),
);

const NAMING: ReadonlySet<string> = new Set(PLACE_KINDS.flatMap((kind) => split(WORDS[kind].naming)));

/** Words of hosting and support, and what says more of them: each tells what is done at a place. */
export const KIND_WORDS: ReadonlySet<string> = new Set([
  ...[...KIND_OF].flatMap(([word, kind]) => (kind === "hosting" || kind === "support" ? [word] : [])),
  ...MORE,
]);

/** A part of a cell: what is done there, the words that say more than the kinds do, and the rest, which names the place. */
export type KindedPart = { kinds: PlaceKind[]; words: string; rest: string };

/**
 * Parts "hébergé en Irlande" and "Support de nuit : Maroc" in what is done and where. Null for a part that says nothing of
 * it, or whose words of it stand apart.
 */
export function splitKind(part: string): KindedPart | null {
  const tokens = [...part.matchAll(TOKEN)];
  const folded = tokens.map(([token]) => foldToken(token));
  const isOf = folded.map((word) => KIND_OF.has(word) || MORE.has(word));
  const [first, last] = [isOf.indexOf(true), isOf.lastIndexOf(true)];
  const kinds = kindsIn(part);
  if (kinds.length === 0) return null;
  const within = folded.slice(first, last + 1);
  if (!within.every((word, at) => itemAt(isOf, first + at) || isSmall(word))) return null;
  const isNamed = within.every((word) => NAMING.has(word) || isSmall(word));
  return {
    kinds,
    words: isNamed
      ? ""
      : tokens
          .slice(first, last + 1)
          .map(([token]) => token)
          .join(" "),
    rest: withoutSpan(part, itemAt(tokens, first).index, endOf(itemAt(tokens, last))),
  };
}

/** Kinds of which a text speaks, in its order. */
export function kindsIn(text: string): PlaceKind[] {
  return [...new Set(tokensOf(text).flatMap((token) => KIND_OF.get(foldToken(token)) ?? []))];
}

/** The kinds told inside brackets, and what else stands there: "support, Casablanca". */
export function kindsOfDetail(detail: string): { kinds: PlaceKind[]; place: string } {
  const items = detail.split(/[,،]/u).map((item) => item.trim());
  const found = items.map((item) => ({ item, told: splitKind(item) }));
  const isKind = ({ told }: (typeof found)[number]) => told !== null && told.rest === "";
  return {
    kinds: [...new Set(found.filter(isKind).flatMap(({ told }) => told?.kinds ?? []))],
    place: found
      .map((one) => (isKind(one) ? (one.told?.words ?? "") : one.item))
      .filter((text) => text !== "")
      .join(", "),
  };
}

const TOKEN = /[^\s:(),،]+/gu;

function tokensOf(part: string): string[] {
  return part.match(TOKEN) ?? [];
}

function endOf({ 0: token, index }: RegExpExecArray): number {
  return index + token.length;
}

/** The text without what stands between two places, and without brackets and colons that held nothing else. */
function withoutSpan(text: string, from: number, to: number): string {
  const rest = `${text.slice(0, from)} ${text.slice(to)}`.replace(/\(\s*\)/g, " ");
  return withoutMarks(rest).replace(/\s+/g, " ");
}

/** The text without the spaces, commas and colons around it. */
export function withoutMarks(text: string): string {
  const letters = [...text];
  const first = letters.findIndex((letter) => !MARK.test(letter));
  return first < 0
    ? ""
    : letters.slice(first, letters.findLastIndex((letter) => !MARK.test(letter)) + 1).join("");
}

const MARK = /[\s:,،]/u;

function foldToken(token: string): string {
  return fold(token.replace(/^[dl][’']/iu, ""));
}

function isSmall(word: string): boolean {
  return word.split(" ").every((one) => one === "" || LINK_WORDS.has(one) || WITHOUT_MEANING.has(one));
}
