import { type Concept, say } from "./concept";

/** Concepts of what contracts agree, of what people complain of, and of what protects an account. */
export const TERM_CONCEPTS: readonly Concept[] = [
  {
    words: say(
      "sans contrat | client sans contrat | clients sans contrat | aucun contrat | without contract | no contract | بدون عقد | لا عقد",
    ),
    group: "gaps",
  },
  {
    words: say(
      "renouvellement | renouvellements | reconduction | tacite reconduction | renewal | renewals | تجديد | تجديد ضمني",
    ),
    codes: ["renewal:yes"],
    group: "contracts",
  },
  {
    words: say(
      "preavis de resiliation | resiliation | resiliations | termination | termination notice | فسخ",
    ),
    codes: ["notice:yes"],
    group: "contracts",
  },
  {
    words: say(
      "sort des donnees | reversibilite | restitution | restitutions | restitution des donnees | return of data | deletion or return | ارجاع | مال بيانات",
    ),
    codes: ["clause:K20"],
    group: "contracts",
  },
  {
    words: say(
      "engagement de confidentialite | clause de confidentialite | confidentiality agreement | nda | تعهد بسريه",
    ),
    codes: ["clause:K11"],
  },
  {
    words: say(
      "notification | notifications | 72h | 72 h | 72 heures | notification 72h | notification de violation | breach notification | 72 hours | اشعار بخرق | تبليغ",
    ),
    codes: ["noun:breach", "clause:K18"],
    group: "breaches",
  },
  {
    words: say("adequation | decision d adequation | adequacy | adequacy decision | ملاءمه | قرار ملاءمه"),
    codes: ["tool:adequacy", "instrument:adequacy"],
    group: "transfers",
  },
  {
    words: say(
      "garantie appropriee | garanties appropriees | appropriate safeguard | appropriate safeguards | ضمانات مناسبه",
    ),
    codes: ["noun:transfer"],
    group: "transfers",
  },
  { words: say("plainte | plaintes | reclamation | reclamations | complaint | complaints | شكايه | شكوي") },
  {
    words: say(
      "mot de passe | mots de passe | authentification | double authentification | password | passwords | authentication | mfa | كلمه سر | كلمات مرور",
    ),
  },
  {
    words: say("teletravail | travail a distance | remote work | remote working | home office | عمل عن بعد"),
  },
  {
    words: say("invitation | invitations | invite | invites | دعوه | دعوات"),
    codes: ["noun:invitation"],
    group: "invitations",
  },
];
