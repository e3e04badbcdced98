import type { ExampleContent } from "./parts";

/** Entry of the own register, article 30(1). */
export type OwnExample = { since: string; content: ExampleContent; gaps: readonly string[] };

const STAFF = {
  persons: ["salariés"],
  specialAnswer: "no",
  minorsAnswer: "no",
  transferAnswer: "no",
} as const;
const HERE = { transferReason: "Traitement fait au Maroc pour des personnes qui s’y trouvent" } as const;

/** Processing of the call centre as controller, article 30(1). */
export const OWN_REGISTER: readonly OwnExample[] = [
  {
    since: "2024-01-01",
    gaps: [],
    content: {
      activity: "Paie et administration du personnel",
      purposes: [
        "Établir et verser les salaires",
        "Déclarer et payer les cotisations sociales",
        "Tenir le dossier de chaque salarié",
      ],
      legalBases: ["contract", "legal-obligation"],
      operations: ["Calcul mensuel de la paie", "Déclarations sociales", "Tenue du dossier individuel"],
      dataCategories: [
        "identité et coordonnées",
        "situation de famille",
        "numéro d’immatriculation sociale",
        "coordonnées bancaires",
      ],
      recipients: ["caisse de sécurité sociale", "administration fiscale", "banque de l’entreprise"],
      retention: "Cinq ans après le départ du salarié ; bulletins et déclarations : dix ans",
      library: ["personal-accounts", "least-privilege", "backups"],
      frequency: "regular",
      reviewedOn: "12/01/2026",
      ...STAFF,
      ...HERE,
    },
  },
  {
    since: "2024-01-01",
    gaps: [],
    content: {
      activity: "Recrutement des conseillers",
      purposes: ["Choisir les candidats aux postes ouverts", "Garder un vivier avec l’accord des candidats"],
      legalBases: ["contract", "consent"],
      operations: ["Réception de candidatures", "Tests et entretiens", "Réponse à chaque candidat"],
      persons: ["candidats"],
      dataCategories: ["identité et coordonnées", "parcours", "résultats aux tests de langue"],
      recipients: ["responsables de plateau"],
      retention: "Candidature non retenue : trois mois, ou deux ans avec l’accord du candidat",
      library: ["least-privilege", "equipment-disposal"],
      specialAnswer: "no",
      minorsAnswer: "no",
      frequency: "regular",
      transferAnswer: "no",
      reviewedOn: "12/01/2026",
      ...HERE,
    },
  },
  {
    since: "2024-01-01",
    gaps: [],
    content: {
      activity: "Contrôle des entrées par badge",
      purposes: [
        "Réserver l’accès aux plateaux aux personnes autorisées",
        "Savoir qui est présent en cas d’évacuation",
      ],
      legalBases: ["legitimate-interests"],
      operations: ["Délivrance des badges", "Enregistrement des passages", "Désactivation au départ"],
      dataCategories: ["identité", "numéro de badge", "date et heure des passages"],
      recipients: ["service de sécurité du site"],
      retention: "Passages : trois mois",
      library: ["badge-entry", "leaver-revocation"],
      frequency: "continuous",
      reviewedOn: "12/01/2026",
      ...STAFF,
      persons: ["salariés", "visiteurs"],
      ...HERE,
    },
  },
  {
    since: "2024-01-01",
    gaps: [],
    content: {
      activity: "Vidéosurveillance des accès et des plateaux",
      purposes: ["Protéger les personnes et le matériel", "Constater une intrusion"],
      legalBases: ["legitimate-interests"],
      operations: [
        "Captation sans le son aux entrées",
        "Consultation après incident seulement",
        "Effacement automatique",
      ],
      dataCategories: ["images"],
      recipients: ["direction", "autorité judiciaire sur réquisition"],
      retention: "Trois mois au plus",
      library: ["badge-entry", "access-logs"],
      frequency: "continuous",
      reviewedOn: "12/01/2026",
      ...STAFF,
      persons: ["salariés", "visiteurs", "prestataires"],
      ...HERE,
    },
  },
  {
    since: "2026-10-05",
    gaps: ["retention"],
    content: {
      // Incomplete: no retention period.
      activity: "Formation et habilitations des agents",
      purposes: ["Attester que chaque agent a suivi les formations demandées par les clients"],
      legalBases: ["contract"],
      operations: ["Inscription aux sessions", "Conservation des attestations"],
      dataCategories: ["identité", "sessions suivies", "résultats"],
      recipients: ["clients, pour leurs propres équipes"],
      frequency: "regular",
      library: ["agent-training"],
      ...STAFF,
      ...HERE,
    },
  },
];
