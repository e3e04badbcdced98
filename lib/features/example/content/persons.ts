import { addDaysToDay } from "@/lib/domain/time/calendar-day";

/** A consultation of four persons, of whom three answered. Numbers are of a range that nobody is given: 01 99 00. */
export function exampleConsultation(today: string) {
  return {
    client: "rivieres",
    title: "Appels et enregistrement",
    openedOn: addDaysToDay(today, -10),
    reason: "Demande écrite du responsable",
    content: {
      firstDay: addDaysToDay(today, -10),
      lastDay: addDaysToDay(today, 6),
      months: 12,
      questions: [
        {
          act: "telephone",
          purpose: "Complémentaire santé",
          country: "",
          fr: "Acceptez-vous d’être appelé au sujet de votre complémentaire santé ?",
          en: "May we call you about your complementary health cover?",
          ar: "هل تقبلون أن نتصل بكم بشأن تأمينكم الصحي التكميلي؟",
        },
        {
          act: "recording",
          purpose: "Formation des agents",
          country: "",
          fr: "Acceptez-vous que vos appels soient enregistrés pour former nos agents ?",
          en: "May your calls be recorded to train our agents?",
          ar: "هل تقبلون تسجيل مكالماتكم لتكوين أعواننا؟",
        },
      ],
    },
    /** Answers that each person pressed beside each question; null where nothing was. */
    persons: [
      { number: "+33199000021", answers: ["allow", "allow"] },
      { number: "+33199000022", answers: ["allow", "refuse"] },
      { number: "+33199000023", answers: ["refuse", "refuse"] },
      { number: "+33199000024", answers: null },
    ],
    answeredOn: addDaysToDay(today, -7),
  } as const;
}

/** A request that nobody has placed yet, and one that was relayed. */
export function exampleRequests(today: string) {
  return [
    {
      client: null,
      channel: "telephone",
      rights: ["access"],
      receivedOn: addDaysToDay(today, -1),
      clue: "Un appel au sujet d’une commande de livres",
      contact: "+33199000031",
      relayedOn: null,
      words: "Je veux savoir d’où vous tenez mon numéro.",
    },
    {
      client: "orvelle",
      channel: "e-mail",
      rights: ["erasure"],
      receivedOn: addDaysToDay(today, -5),
      clue: "",
      contact: "abonnee@exemple.example",
      relayedOn: addDaysToDay(today, -4),
      words: "Supprimez les données de mon ancien contrat.",
    },
  ] as const;
}
