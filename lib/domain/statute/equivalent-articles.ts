import { required } from "@/lib/domain/invariant/required";
import type { DataLaw } from "./applicable-laws";

/** Laws with articles of their own where the GDPR has a duty; the UK GDPR keeps the numbers of the GDPR. */
type RenumberedLaw = "swiss-fadp" | "law-09-08";

type Equivalents = Record<RenumberedLaw, string | null>;

const none: Equivalents = { "swiss-fadp": null, "law-09-08": null };

/**
 * Articles that ask the same elsewhere; null where that law is silent. Those of the FADP (SR 235.1, in force since 1 September
 * 2023) and 3(1)(e), 7 and 43 to 44 of law 09-08 are from memory, to be verified.
 */
const EQUIVALENTS: Readonly<Record<string, Equivalents>> = {
  "5(1)(e)": { "swiss-fadp": "6(4)", "law-09-08": "3(1)(e)" },
  "8(1)": none,
  "27": none,
  "29": { "swiss-fadp": "9(1)", "law-09-08": "25" },
  "12(3)": { "swiss-fadp": "25(7)", "law-09-08": null },
  "14(2)(f)": { "swiss-fadp": null, "law-09-08": "7" },
  "21(3)": { "swiss-fadp": "30(2)(b)", "law-09-08": "9" },
  "28(1)": { "swiss-fadp": "9(2)", "law-09-08": "23(2)" },
  "28(2), 28(4)": { "swiss-fadp": "9(3)", "law-09-08": null },
  "28(2)": { "swiss-fadp": "9(3)", "law-09-08": null },
  "28(3)": { "swiss-fadp": "9(1)", "law-09-08": "23(3)" },
  "28(3)(a)": { "swiss-fadp": "9(1)", "law-09-08": "23(3)" },
  "28(3)(b)": { "swiss-fadp": null, "law-09-08": "26" },
  "28(3)(c)": { "swiss-fadp": "9(2)", "law-09-08": "23(3)" },
  "28(3)(d)": { "swiss-fadp": "9(3)", "law-09-08": null },
  "28(3) in fine": none,
  "28(3)(e)": none,
  "28(3)(f)": none,
  "28(3)(g)": none,
  "28(3)(h)": none,
  "28(4)": { "swiss-fadp": "9(3)", "law-09-08": null },
  "28(9)": { "swiss-fadp": null, "law-09-08": "23(4)" },
  "30(1)": { "swiss-fadp": "12(1)", "law-09-08": null },
  "30(2)": { "swiss-fadp": "12(3)", "law-09-08": null },
  "30(2)(a)": { "swiss-fadp": "12(3)", "law-09-08": null },
  "30(4)": none,
  "30(5)": { "swiss-fadp": "12(5)", "law-09-08": null },
  "32": { "swiss-fadp": "8(1)", "law-09-08": "23(1)" },
  "32(1)": { "swiss-fadp": "8(1)", "law-09-08": "23(1)" },
  "32(1)(d)": { "swiss-fadp": "8(1)", "law-09-08": "23(1)" },
  "32(4)": { "swiss-fadp": "8(1)", "law-09-08": "25" },
  "33": { "swiss-fadp": "24(1)", "law-09-08": null },
  "34": { "swiss-fadp": "24(4)", "law-09-08": null },
  "35": { "swiss-fadp": "22(1)", "law-09-08": null },
  "36": { "swiss-fadp": "23(1)", "law-09-08": null },
  "37": { "swiss-fadp": "10(1)", "law-09-08": null },
  "33(2)": { "swiss-fadp": "24(3)", "law-09-08": null },
  "33(3)": { "swiss-fadp": "24(3)", "law-09-08": null },
  "33(4)": { "swiss-fadp": "24(3)", "law-09-08": null },
  "33(5)": none,
  "37(7)": none,
  "39(1)(b)": none,
  "44": { "swiss-fadp": "16(1)", "law-09-08": "43" },
  "45": { "swiss-fadp": "16(1)", "law-09-08": "43" },
  "46": { "swiss-fadp": "16(2)", "law-09-08": "44" },
  "46(2)": { "swiss-fadp": "16(2)", "law-09-08": "44" },
  "49": { "swiss-fadp": "17(1)", "law-09-08": "44" },
};

/**
 * Article by which a law asks what an article of the GDPR asks; null where it is silent or unknown here. Law 78-17 applies the
 * rules of the regulation in its territories by articles 125 to 128, to be verified. Throws for an article that nobody compared.
 */
export function equivalentArticle(article: string, law: DataLaw): string | null {
  switch (law) {
    case "gdpr":
    case "uk-gdpr":
      return article;
    case "french-1978":
      return "125";
    case "swiss-fadp":
    case "law-09-08":
      return required(equivalentsOf(article), `an entry for article ${article}`)[law];
    case "other":
      return null;
  }
}

/** Finds what was compared of an article, undefined where nobody did; of a field of the register, 30(1)(b) or 30(2)(c), as of its paragraph. */
export function equivalentsOf(article: string): Equivalents | undefined {
  const ofRegister = /^(30\([12]\))\([a-g]\)$/.exec(article)?.[1] ?? "";
  return EQUIVALENTS[article] ?? EQUIVALENTS[ofRegister];
}
