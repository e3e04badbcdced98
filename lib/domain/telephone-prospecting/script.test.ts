import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Mention } from "./script-mentions";
import { checkScript, markScript, type MentionState } from "./script";

const OPENING =
  "Bonjour Madame, je m’appelle Salma Idrissi et je vous appelle pour le compte de Filature du Gapeau. Il s’agit d’un appel commercial.";
const BLOCTEL = "Vous pouvez vous inscrire gratuitement sur Bloctel.";
const REST =
  "Cet appel est susceptible d’être enregistré. Vous pouvez à tout moment vous opposer à nos appels. Vous recevrez une confirmation écrite.";
const FILLING = "Il fait beau aujourd’hui dans toute la région. ".repeat(12);

function states(text: string, day: string, isRecorded: boolean | null = true): Record<Mention, MentionState> {
  const found = checkScript(text, { day, isRecorded });
  return Object.fromEntries(found.map(({ mention, state }) => [mention, state])) as Record<
    Mention,
    MentionState
  >;
}

describe("checkScript", () => {
  it("finds a whole script of today in order", () => {
    expect(states(`${OPENING} ${REST}`, "2026-11-28")).toEqual({
      identity: "present",
      principal: "present",
      commercial: "present",
      bloctel: "absent",
      opposition: "present",
      recording: "present",
      confirmation: "present",
      oralBond: "absent",
    });
  });

  it.each<[string, MentionState, MentionState]>([
    ["2020-07-25", "not-due", "not-due"],
    ["2020-07-26", "present", "missing"],
    ["2026-08-10", "present", "missing"],
    ["2026-08-11", "stale", "absent"],
  ])("on %s Bloctel is %s where it is said, %s where it is not", (day, said, unsaid) => {
    expect(states(`${OPENING} ${BLOCTEL}`, day).bloctel).toBe(said);
    expect(states(OPENING, day).bloctel).toBe(unsaid);
  });

  it("asks for identities and nature at the beginning", () => {
    const { identity, principal, commercial } = states(FILLING + OPENING, "2026-11-28");
    expect([identity, principal, commercial]).toEqual(["late", "late", "late"]);
  });

  it.each<[boolean | null, MentionState]>([
    [true, "missing"],
    [null, "unknown"],
    [false, "not-due"],
  ])("where calls are recorded: %s, the notice is %s", (isRecorded, state) => {
    expect(states(OPENING, "2026-11-28", isRecorded).recording).toBe(state);
  });

  it("refuses to call an oral agreement binding", () => {
    expect(states("Votre accord oral vous engage.", "2026-11-28").oralBond).toBe("wrong");
  });

  it.each([
    "il ne s’agit pas d’un appel commercial",
    "Ceci n’est pas un appel commercial.",
    "Bonjour, cet appel n’a rien d’une démarche commerciale.",
    "Notre appel est sans caractère commercial.",
    "Je ne vous cache pas qu’il s’agit d’un appel commercial.",
    "Un appel commercial, ce n’en est pas un.".replace(", ce", " ce"),
  ])("leaves to a person what a sentence seems to deny: %s", (text) => {
    expect(states(text, "2026-11-28").commercial).toBe("unclear");
  });

  it.each<[Mention, string]>([
    ["commercial", "Je ne suis pas votre banque, il s’agit d’un appel commercial."],
    ["commercial", "Il s’agit d’un appel commercial et vous n’êtes pas obligé de répondre."],
    ["commercial", "Je vous propose une offre commerciale sans engagement."],
    ["opposition", "Si vous le dites, nous ne vous rappellerons plus."],
    ["opposition", "Vous pouvez demander à ne plus être appelé."],
    ["confirmation", "Vous ne serez engagé qu’après l’avoir signée."],
    [
      "opposition",
      "Vous pouvez vous opposer à nos appels auprès d’Orvelle Énergie : dpo@orvelle.example ou 01 23 45 67 89.",
    ],
    [
      "opposition",
      "Sachez que vous pouvez, à tout moment, gratuitement et sans motif, vous opposer à nos appels.",
    ],
    ["recording", "Cet appel est susceptible d’être enregistré à des fins de formation et de qualité."],
    ["recording", "Notre conversation est enregistrée et vous pouvez refuser."],
    ["confirmation", "Vous recevrez une confirmation écrite de l’offre par courriel."],
  ])("takes no other negation for a denial of %s: %s", (mention, text) => {
    expect(states(text, "2026-11-28")[mention]).toBe("present");
  });

  it.each([
    ["Vous ne pouvez pas vous opposer à nos appels.", "unclear"],
    ["Vous pouvez vous opposer au démarchage en vous inscrivant sur Bloctel.", "unclear"],
    ["La liste d’opposition vous permet de ne plus être démarché.", "unclear"],
    [`${BLOCTEL} Vous pouvez vous opposer à nos appels.`, "present"],
  ])("does not take the public list or a denial for the right to object: %s", (text, state) => {
    expect(states(text, "2026-11-28").opposition).toBe(state);
  });

  it.each<[Mention, string]>([
    ["commercial", "Loin d’être un appel commercial, c’est une enquête."],
    ["commercial", "Plutôt qu’un appel commercial, voyez-y un conseil."],
    ["commercial", "Avant d’être un appel commercial, c’est un échange."],
    ["commercial", "C’est moins qu’un appel commercial."],
    ["commercial", "Je ne saurais vous proposer une offre commerciale."],
    ["commercial", "Est-ce un appel commercial ? Non."],
    ["commercial", "Un appel commercial. Non, pas du tout."],
    ["commercial", "Il s’agit d’un appel commercial, à moins que vous ne soyez déjà client."],
    ["commercial", "Si on vous demande si c’est un appel commercial, dites que c’est une enquête."],
    ["commercial", "Ne dites pas : il s’agit d’un appel commercial."],
    ["commercial", "Ne dites pas :\nil s’agit d’un appel commercial."],
    ["commercial", "N’oubliez pas qu’il s’agit d’un appel commercial."],
    ["opposition", "Il vous est impossible de vous opposer à nos appels."],
    ["opposition", "Vous pouvez vous opposer à nos appels, sauf si vous êtes client."],
    ["opposition", "Vous pouvez vous opposer à nos appels jusqu’au 31 décembre."],
    ["opposition", "Vous pouvez vous opposer à nos appels par courrier recommandé seulement."],
    ["opposition", "Vous pouvez vous opposer à nos appels si vous n’êtes pas client."],
    ["recording", "Cet appel est enregistré à moins que vous ne soyez mineur."],
    ["recording", "Hormis le dimanche, cet appel est enregistré."],
    ["principal", "Ne précisez jamais : je vous appelle pour le compte d’Orvelle."],
    ["confirmation", "Vous recevrez une confirmation écrite si vous la demandez."],
    ["opposition", "Vous pouvez vous opposer à nos appels, mais pas avant le 31 décembre."],
    ["opposition", "Vous pouvez vous opposer à nos appels dans un délai de trente jours."],
    ["opposition", "Vous pouvez vous opposer à nos appels pendant 14 jours."],
    ["opposition", "Vous pouvez vous opposer à nos appels une fois le contrat terminé."],
    ["opposition", "Vous pouvez vous opposer à nos appels après votre première commande."],
    ["opposition", "Vous pouvez vous opposer à nos appels contre 5 euros."],
    ["opposition", "Vous pouvez vous opposer à nos appels en payant."],
    ["opposition", "Vous pouvez vous opposer à nos appels en justifiant d’un motif légitime."],
    ["opposition", "Vous ne pouvez vous opposer à nos appels que par courrier."],
    ["opposition", "Seuls les clients ont le droit d’opposition."],
    ["opposition", "Il n’est plus possible de vous opposer à nos appels."],
    ["opposition", "Vous avez renoncé à vous opposer à nos appels."],
    ["opposition", "Vous perdez le droit d’opposition."],
    ["commercial", "Vous pensez que c’est un appel commercial. Détrompez-vous."],
    ["commercial", "Éviter de dire qu’il s’agit d’un appel commercial."],
    ["commercial", "Le terme appel commercial est à bannir."],
    ["commercial", "Contrairement à un appel commercial, je vous informe."],
    ["recording", "Votre commande est enregistrée."],
    ["recording", "Votre numéro est enregistré chez nous."],
    ["confirmation", "La confirmation écrite est facultative."],
    ["confirmation", "La confirmation écrite vous sera facturée."],
    ["principal", "Je vous appelle pour le compte d’une entreprise dont je tairai le nom."],
    ["identity", "Je m’appelle comme vous voudrez."],
  ])("leaves to a person what a sentence limits, asks or advises of %s: %s", (mention, text) => {
    expect(states(text, "2026-11-28")[mention]).toBe("unclear");
  });

  it.each<[Mention, string]>([
    ["opposition", "Si vous ne le souhaitez plus, vous pouvez vous opposer à nos appels."],
    ["opposition", "Vous pouvez vous opposer à nos appels quand vous voulez."],
    ["recording", "Cet appel est enregistré, sauf si vous vous y opposez."],
    ["commercial", "Êtes-vous bien chez vous ? Il s’agit d’un appel commercial. Avez-vous une minute ?"],
    ["identity", "Bonjour,\nje m’appelle Salma Idrissi, mais on m’appelle Salma."],
  ])(
    "doubts no sentence that only the person's wish conditions, or beside a question: %s: %s",
    (mention, text) => {
      expect(states(text, "2026-11-28")[mention]).toBe("present");
    },
  );

  it.each([
    "Votre oui vaut commande : inutile de signer.",
    "Dites oui et le contrat est conclu.",
    "Votre accord par téléphone suffit.",
    "Vous êtes engagé dès la fin de cet appel.",
    "Pas besoin de signer, c’est validé.",
    "Dès que vous dites oui, la commande part.",
    "Le contrat prend effet sur votre accord oral.",
    "Votre accord verbal est définitif.",
    "Le contrat prend effet immédiatement sur votre accord oral.",
    "C’est bon pour vous ? Alors c’est signé, vous êtes client.",
  ])("does not miss an oral agreement presented as binding: %s", (text) => {
    expect(["wrong", "unclear"]).toContain(states(text, "2026-11-28").oralBond);
  });

  it("takes a name that is kept back for none, and a mention left for the end for no mention at the start", () => {
    expect(states("Mon nom est sans importance.", "2026-11-28").identity).toBe("missing");
    const late = "Bonjour. À la fin : il s’agit d’un appel commercial.";
    expect(states(late, "2026-11-28").commercial).toBe("unclear");
  });

  it("takes a cause for no principal, and a sign for no signature", () => {
    expect(states("Je vous appelle au nom de la lutte contre les factures.", "2026-11-28").principal).toBe(
      "missing",
    );
    expect(states("Vous n’aurez plus un signe de nous.", "2026-11-28").confirmation).toBe("missing");
  });

  it("takes regret for no identity", () => {
    expect(states("Je suis désolé de vous déranger.", "2026-11-28").identity).toBe("missing");
  });

  it.each<[Mention, string]>([
    ["oralBond", "Un simple oui au téléphone et vous êtes client."],
    ["oralBond", "En me disant oui, vous signez."],
    ["oralBond", "Votre accord enregistré a valeur de contrat."],
    ["oralBond", "Cet enregistrement fait office de signature."],
    ["oralBond", "Votre accord vocal tient lieu de signature."],
    ["oralBond", "Aucune signature n’est nécessaire."],
    ["oralBond", "La signature n’est pas obligatoire."],
    ["oralBond", "Le contrat démarre dès aujourd’hui, sans papier."],
    ["oralBond", "On part là-dessus, c’est acté, vous êtes abonné."],
    ["oralBond", "Votre parole nous suffit, le contrat est en place."],
    ["oralBond", "Nous considérons votre silence comme un accord."],
    ["oralBond", "Sauf refus de votre part, le contrat démarre lundi."],
    ["oralBond", "Votre contrat débutera le 1er janvier, vous n’avez rien à faire."],
    ["oralBond", "Il suffit de dire “j’accepte” pour bénéficier de l’offre."],
    ["oralBond", "Vous me confirmez votre accord, et c’est fait."],
    ["oralBond", "Votre souscription est enregistrée dès à présent."],
    ["oralBond", "Sans réponse de votre part sous huit jours, l’offre est acceptée."],
    ["oralBond", "Votre abonnement commence demain."],
    ["identity", "Je suis votre conseiller."],
    ["identity", "Je suis en ligne avec vous."],
    ["identity", "Mon nom est confidentiel."],
    ["identity", "Je suis certain que cela vous plaira."],
    ["principal", "Je vous appelle au nom de tous mes collègues."],
    ["principal", "Je vous appelle de la part d’un ami."],
    ["principal", "Je suis de la société voisine de la vôtre."],
    ["commercial", "Après l’accord : il s’agit d’un appel commercial."],
    ["commercial", "Pour conclure, il s’agit d’un appel commercial."],
    ["oralBond", "Bonjour, say yes and the contract starts today, no signature needed."],
    ["oralBond", "Your verbal agreement is binding."],
    ["oralBond", "Hello, this is a call for Orvelle and you will be our client today."],
    ["oralBond", "موافقتك الشفوية ملزمة."],
    ["oralBond", "قل نعم ويبدأ العقد اليوم دون توقيع."],
    ["commercial", "This is not a sales call, my name is Salma and I call you for Orvelle."],
    ["identity", "اسمي سلمى وهذه مكالمة تجارية."],
  ])("leaves to a person, and calls neither said nor in order, %s: %s", (mention, text) => {
    expect(states(text, "2026-11-28")[mention]).toBe("unclear");
  });

  it.each<[Mention, MentionState, string]>([
    ["identity", "present", "Bonjour, je m’appelle [prénom et nom]."],
    ["identity", "present", "Salma Idrissi à l’appareil."],
    ["principal", "present", "Je vous appelle de la part de notre client Orvelle."],
    ["principal", "present", "Je travaille pour la société Filature du Gapeau."],
    ["commercial", "present", "Je vous appelle pour vous proposer nos nouveaux abonnements."],
    ["oralBond", "absent", "Vous ne serez engagé qu’après avoir signé la confirmation écrite du contrat."],
    ["oralBond", "absent", "Votre accord au téléphone ne vous engage pas."],
    ["oralBond", "absent", "Votre contrat débutera après votre signature de la confirmation écrite."],
    ["oralBond", "absent", "Je vous appelle au sujet de votre contrat d’électricité."],
    ["oralBond", "absent", "Si vous êtes d’accord, vous recevrez un contrat à signer."],
  ])("takes no name, offer or signature for a doubt: %s %s: %s", (mention, state, text) => {
    expect(states(text, "2026-11-28")[mention]).toBe(state);
  });

  it("gives the places of what it found", () => {
    const text = `É 🎧 ${OPENING}`;
    const found = checkScript(text, { day: "2026-11-28", isRecorded: false });
    const [span] = found.find(({ mention }) => mention === "principal")?.spans ?? [];
    expect(text.slice(span?.from, span?.until)).toBe("pour le compte d");
  });
});

describe("markScript", () => {
  it("loses no character of any text", () => {
    const words = fc.constantFrom(
      "bloctel ",
      "je m’appelle ",
      "signé ",
      "é",
      "\n",
      "🎧",
      "offre commerciale ",
    );
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const text = parts.join("");
        const found = checkScript(text, { day: "2026-11-28", isRecorded: true });
        expect(
          markScript(text, found)
            .map((part) => part.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});
