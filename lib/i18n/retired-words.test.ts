import { describe, expect, it } from "vitest";
import { findRetiredWords, RETIRED_WORDS } from "./retired-words";

const found = (locale: "fr" | "en" | "ar", key: string, message: string) =>
  findRetiredWords({ fr: {}, en: {}, ar: {}, [locale]: { [key]: message } }).map(({ text }) => text);

describe("findRetiredWords", () => {
  it.each([
    ["fr", "outbox.lead", "Chaque lettre part d’ici", /lettre: say courriel/],
    ["fr", "portal.home.lead", "Votre prestataire vous écrit", /sous-traitant/],
    ["fr", "contract.fields.controllerId", "Responsable\u00a0de traitement", /du traitement/],
    ["fr", "rights-request.lodging.lead", "Votre mois court de votre réception", /client’s law/],
    ["fr", "portal.sub-processors.groups.authorised", "Autorisés, pas encore en service", /what is known/],
    ["fr", "record.requirements.module-3", "outil signé (module\u00a03, BCR…)", /client’s own law/],
    ["fr", "export-page.proof.lead", "Cet export contient les données de tous vos clients", /of one/],
    ["fr", "breach.begin.title", "Heure zéro", /Heure zéro/],
    ["fr", "instruction.moves.withdraw", "Noter le retrait", /Enregistrer/],
    ["fr", "campaign.cancel", "Revenir sans enregistrer", /Annuler/],
    ["en", "compliance.gaps.title", "Lines to mend", /correct/],
    ["ar", "obligation.nouns.breach", "الخروق", /الخروقات/],
    ["fr", "rights-request.stopped.register", "Ouvrir le registre des choix", /oppositions/],
    ["fr", "contract.amendments.from", "Vaut à partir du {day}", /applicable/],
    ["fr", "telephone.reasons.robot-unknown", "On ne sait pas si un automate parle.", /préenregistré/],
    ["fr", "record.codes.REG-4", "REG-4, délégué", /article/],
    ["en", "contract-gaps.rules.uk-tool.why", "note at clause K25 the IDTA", /clause/],
    ["en", "obligation.drill", "EXERCISE", /DRILL/],
    ["en", "portal-decision.term.lapsed", "The contract binds no more", /no longer/],
    ["en", "breach.inform.informedAt", "Told on", /notified/],
    ["en", "party-parts.owed.mail", "# letter that did not arrive", /e-mail/],
    ["ar", "security.own", "كلمة المرور لحسابك", /حسابكم/],
    ["ar", "account-page.restore.lead", "أُكِّد التغيير؛ ثم اختر كلمة مرور", /اختاروا/],
    ["ar", "choice.title", "سجل الاختيارات", /والاعتراضات/],
    ["ar", "breach-notice-letter.articles.b", "المادة 33(3)(ب)", /\(a\)/],
  ] as const)("refuses in %s %s: %s", (locale, key, message, text) =>
    expect(found(locale, key, message).join()).toMatch(text),
  );

  it.each([
    ["fr", "authorisation.channels.letter", "Lettre"],
    ["fr", "measure.coverage.caption", "Mesures par lettre de l’article"],
    ["fr", "flow-down.state.same", "lues des deux côtés"],
    ["fr", "import-page.views.set-aside", "Écartées"],
    ["en", "contract.parts.amendments", "Amendments"],
    ["ar", "breach.list.title", "خروقات المعطيات"],
    ["ar", "breach-notice-letter.articles.b", "المادة 33(3)(b)"],
    ["ar", "dossier-file.notKnown", "غير ثابت"],
  ] as const)("lets %s %s say: %s", (locale, key, message) =>
    expect(found(locale, key, message)).toEqual([]),
  );

  it("says for each word what to say instead", () => {
    for (const words of Object.values(RETIRED_WORDS)) for (const { say } of words) expect(say).not.toBe("");
  });
});
