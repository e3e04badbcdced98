import { fold } from "@/lib/domain/text/fold";
import type { ClauseAnswer } from "@/lib/domain/contract/content";

/** Words for the answers in other people's tables, in French, English and Arabic. */
const ANSWERS: Record<ClauseAnswer | "not-applicable", string> = {
  present:
    "présent | présente | présent(e) | oui | conforme | complet | complète | ok | x | yes | compliant | present | in place | " +
    "complete | موجود | موجودة | نعم | مطابق | مطابقة | حاضر",
  insufficient:
    "insuffisant | insuffisante | insuffisant(e) | partiel | partielle | partiellement | incomplet | incomplète | " +
    "partiellement conforme | insufficient | partial | partially | partly | incomplete | partially compliant | غير كاف | " +
    "غير كافية | جزئي | جزئية | جزئيا | ناقص | ناقصة",
  absent:
    "absent | absente | absent(e) | non | manquant | manquante | non conforme | aucune | aucun | néant | no | missing | none | " +
    "not compliant | non-compliant | لا | غائب | غائبة | غير موجود | غير موجودة | غير مطابق | غير مطابقة | لا يوجد | مفقود",
  unread:
    "non lu | non lue | pas lu | pas lue | pas encore lu | pas encore lue | à lire | unread | not read | not yet read | to read | " +
    "لم يقرأ | لم تقرأ | لم يقرأ بعد | لم تقرأ بعد | غير مقروء",
  "not-applicable":
    "sans objet | n/a | na | s/o | non applicable | not applicable | not asked for | لا ينطبق | غير مطلوب",
};

const BY_WORD = new Map(
  Object.entries(ANSWERS).flatMap(([answer, words]) =>
    words.split(" | ").map((word) => [fold(word), answer as ClauseAnswer | "not-applicable"] as const),
  ),
);

/** Tries our own words first; null where the cell is no answer. */
export function readClauseAnswer(
  cell: string,
  own: ReadonlyMap<string, ClauseAnswer>,
): ClauseAnswer | "not-applicable" | null {
  if (/^\s*[✓✔☑]\s*$/u.test(cell)) return "present";
  if (/^\s*[✗✘]\s*$/u.test(cell)) return "absent";
  const word = fold(cell);
  return own.get(word) ?? BY_WORD.get(word) ?? null;
}
