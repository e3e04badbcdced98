/** Contacts of the demonstration's clients, with their messages. Everything is invented. */
export const DEMO_CONTACTS = [
  {
    controller: "Mutuelle des Trois Rivières",
    name: "Yann Le Guellec",
    email: "y.leguellec@trois-rivieres.example",
    capacity: "Responsable du service adhérents",
    role: "signatory",
    hasComeIn: true,
  },
  {
    controller: "Mutuelle des Trois Rivières",
    name: "Anne Kerrien",
    email: "dpo@trois-rivieres.example",
    capacity: "Déléguée à la protection des données",
    role: "reader",
    hasComeIn: false,
  },
  {
    controller: "Orvelle Énergie SA",
    name: "Hélène Marchetti",
    email: "h.marchetti@orvelle.example",
    capacity: "Directrice de la relation client",
    role: "signatory",
    hasComeIn: false,
  },
] as const;

export type DemoMessage = {
  about: { activity: string } | { subProcessor: string };
  question: string;
  /** Answer of the processor; without one the question is unanswered. */
  answer?: string;
};

export const DEMO_MESSAGES: readonly DemoMessage[] = [
  {
    about: { activity: "Accueil téléphonique des adhérents" },
    question: "Les appels d’ayants droit mineurs sont-ils traités à part ?",
    answer:
      "Non : ils suivent le parcours de l’adhérent. Sans l’accord d’un parent au dossier, l’agent ne donne aucune information et propose un rappel du parent.",
  },
  {
    about: { subProcessor: "Kiosque CRM SAS" },
    question: "Où se trouvent les sauvegardes, et combien de temps sont-elles gardées ?",
  },
];
