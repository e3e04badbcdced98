/** A part of what was written; the times of an open one are those at which the person may be contacted. */
export type Clause = {
  text: string;
  isOpen: boolean;
  /** Place of its sentence. */
  sentence: number;
  /** Place, within the sentence, of the clause that it stands in. */
  at: number;
  /** "own" excepts from its own clause, "before" from those before it: "ne m’appelez plus, sauf le samedi". */
  excepts: "own" | "before" | null;
};

const SENTENCE_ENDS = /[.!?;\n]+/u;
const CLAUSES =
  /,(?! ?(?:et|ou|and|or)\b)|(?=\b(?:mais|but|et pas|et jamais|and not|ni (?:aucun|les) autres?|nor any)\b)|(?=(?<!\p{L})(?:ولا|لكن))/u;
const EXCEPTIONS =
  /\b(?:sauf|excepte|a l exception d\w*|exception faite d\w*|hormis|hors(?! de question)|a part|mis a part|si ce n est|en dehors d\w*|a moins que ce (?:soit|ne soit)|except(?:ing)?(?: for)?|excluding|save (?:for|on)|unless(?: it is| it s)?|apart from|other than)\b|ما عدا|باستثناء/u;
/** Words after which times are examples of what is refused and limit nothing: "plus jamais, même le samedi". */
const EXAMPLES =
  /\b(?:meme|surtout|notamment|y compris|en particulier|particulierement|que ce soit|a plus forte raison|even|especially|including|in particular|particularly|whether)\b|(?<!\p{L})(?:و?خصوصا|و?خاصة|لا سيما|بما في ذلك|سواء)(?!\p{L})/u;
/** Words that refuse contact at any time, whatever the rest names. */
export const AT_ANY_TIME =
  /\b(?:du tout|a aucun moment|quel que soit le|n importe quand|tous les jours|(?:les|aucun) autres?|a quelque (?:heure|moment)|at all|at any time|whatever the|any other|ever again)\b|(?<!\p{L})(?:نهائيا|مطلقا|في اي وقت|على الاطلاق)/u;
const ONLY =
  /\b(?:seulement|uniquement|exclusivement|que (?:le|les|du|en|apres|avant|entre|a partir|l)|qu (?:apres|avant|entre|a partir|en|au)|only)\b|فقط|(?<!\p{L})الا (?:بعد|قبل|يوم|ايام|بين|في)/u;
const DENIED =
  /(?<!\p{L})(?:ne|n|ni|nor|pas|plus|jamais|aucun|aucune|sans|stop|arretez|arreter|cessez|laissez|not|never|no|dont|don t|cease|leave|[وف]?(?:لا|لن|بدون|توقفوا|اوقفوا))(?!\p{L})/u;
const PERMITTED =
  /(?<!\bvous )\b(?:r?appelez|contactez|ecrivez|telephonez)\b|\b(?:vous pouvez|pouvez|call me|ring me|you may|you can|oui|ok|okay|d accord|c est bon|possible|fine|joignables?|disponibles?|available|reachable)\b|(?<!\p{L})(?:اتصلوا|يمكنكم|متاحه?)/u;
const TURNS = /^ ?(?:mais|but|لكن)/u;

/** Days alone before what is said of them: "Le lundi, pas avant 10 h". */
const TOPIC =
  /^( ?(?:(?:le|les|on|et|and|يوم|ايام) )*(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|week ?ends?|(?:الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعة|السبت|الاحد)) ?),/u;

/** Clauses of a text: "only" opens what it names, and an exception is open where the rest is refused. */
export function clausesOf(folded: string): Clause[] {
  return folded.split(SENTENCE_ENDS).flatMap((written, sentence) => {
    let isOpen = false;
    const clauses = written.replace(TOPIC, "$1 ").split(CLAUSES);
    return clauses.flatMap((clause, at): Clause[] => {
      const [main = "", ...exceptions] = clause.split(EXCEPTIONS);
      const isApart = main.trim() === "";
      // An exception in a clause of its own belongs to what stands before it: "Ne m’appelez plus, sauf le samedi"; and one that begins
      // the sentence to what follows: "Hors week-end, vous pouvez appeler".
      if (!isApart) isOpen = isOpenIn(main, isOpen);
      else if (at === 0) isOpen = isOpenIn([...exceptions, ...clauses.slice(1)].join(" "), isOpen);
      const place = { sentence, at };
      const read: Clause[] = [
        { text: main, isOpen, ...place, excepts: null },
        ...exceptions.map((text): Clause => ({
          text,
          isOpen: !isOpen,
          ...place,
          excepts: isApart ? "before" : "own",
        })),
      ];
      return read.map((one) => ({ ...one, text: one.text.split(EXAMPLES)[0] ?? "" }));
    });
  });
}

/** A clause that says nothing of it goes on as the one before, and turns it after "mais". */
function isOpenIn(clause: string, before: boolean): boolean {
  if (ONLY.test(clause)) return true;
  if (DENIED.test(clause)) return false;
  if (PERMITTED.test(clause)) return true;
  return TURNS.test(clause) ? !before : before;
}

/** Says what a person does at a time, as a reason: "je travaille le lundi matin, ne m’appelez plus". */
const REASON =
  /\b(?:je (?:travaille|dors|bosse)|je suis (?:au (?:travail|bureau|lit)|en (?:cours|reunion|conge)|de (?:nuit|garde))|i (?:work|sleep)|i (?:m|am) (?:at work|asleep|busy|working|sleeping))\b|(?<!\p{L})(?:اعمل|اشتغل|انام|اكون في العمل)(?!\p{L})/u;

/** Tells of what happened, which limits nothing: "vous m’avez appelé samedi à 21 h", "depuis samedi vous appelez". */
export function isTold(text: string): boolean {
  if (REASON.test(text) && !DENIED.test(text)) return true;
  return (
    /\b(?:m avez|m a|m ont|nous avez|ai|avons) (?:\p{L}{1,9} ){0,2}(?:appele|rappele|contacte|telephone|recu|ecrit|eu|envoye|derange)|\b(?:called|rang|phoned|contacted|texted|received|wrote|disturbed)\b|(?:اتصلتم|اتصلت|اتصل بي|كلمتموني|توصلت)|\b(?:vous (?:(?:me|m|nous) )?(?:r?appelez|ecrivez)|you (?:keep )?call(?:ing)?)\b/u.test(
      text,
    ) && !/\bne vous\b/u.test(text)
  );
}
