import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { emptyTransfer, type TransferContent } from "@/lib/domain/transfer/content";
import type { ExampleClient } from "./controllers";
import type { ExampleSubProcessor } from "./sub-processors";

export type ExampleTransfer = {
  /** Null for a sub-processor of several clients. */
  client: ExampleClient | null;
  /** Sub-processor whose tool it is; null for a client's own. */
  subProcessor: ExampleSubProcessor | null;
  content: TransferContent;
};

/**
 * Covers a complete transfer, missing assessments, clauses that are no tool, and a decision that the Court annulled.
 * Reviews are relative to `today`.
 */
export function exampleTransfers(today: string): ExampleTransfer[] {
  return [
    ...[orvelle(today), calanques(), nomade(), speech(), archives(today), nights()],
    ...[rivieres(), armel(), hertzia(today), lumen(today)],
  ];
}

/** Module 2, with a complete assessment. */
function orvelle(today: string): ExampleTransfer {
  const assessedOn = addMonthsToDay(today, -9);
  return {
    client: "orvelle",
    subProcessor: null,
    content: toMorocco({
      tool: MODULE_2,
      assessment: {
        data: "Identité, coordonnées et contrat d’énergie, vus sur un bureau à distance hébergé à Lyon ; aucun fichier n’est envoyé. Les appels sont enregistrés à Lyon.",
        actors:
          "Agents et superviseurs de Casablanca. Standard hébergé en France ; aucune autre société au Maroc.",
        rules:
          "Relevé de notre conseil, gardé avec le contrat, § 1 : textes lus (loi 09‑08, procédure pénale, loi 05‑20), articles et jours de lecture.",
        necessity:
          "Même relevé, § 2 : pour chaque texte, les buts, les personnes et les durées ; ce qui reste incertain y est dit.",
        oversight: "Même relevé, § 3 : qui autorise, qui contrôle, et à quel moment.",
        remedies: "Même relevé, § 4 : devant qui une personne qui vit dans l’Union peut agir.",
        practice:
          "Aucune demande reçue depuis l’ouverture du site. Registre des demandes tenu par la déléguée.",
        measures:
          "Bureau à distance sans copie ni impression ; clés de chiffrement détenues par le responsable ; toute demande lui est transmise avant réponse, clause 15.1.",
        conclusion: "equivalent-with-measures",
        reasons:
          "Rien n’est conservé au Maroc et le responsable détient les clés : un accès aux postes ne donnerait pas les fichiers.",
        assessedOn,
        nextReviewOn: addMonthsToDay(assessedOn, 12),
      },
    }),
  };
}

/** Signed, without the assessment of clause 14. */
function calanques(): ExampleTransfer {
  return {
    client: "calanques",
    subProcessor: null,
    content: toMorocco({ tool: { ...MODULE_2, signedOn: "2021-10-01", noticeDays: null }, assessment: {} }),
  };
}

/** Clauses of article 28(7) alone, which are no transfer tool. */
function nomade(): ExampleTransfer {
  return {
    client: "nomade",
    subProcessor: null,
    content: toMorocco({ tool: { tool: "scc-2021-915", signedOn: "2024-01-15" }, assessment: {} }),
  };
}

/** Rests on the Privacy Shield, which a form refuses and an import accepts with a gap. */
function speech(): ExampleTransfer {
  const blank = emptyTransfer("to-sub-processor");
  return {
    client: null,
    subProcessor: "lexivox",
    content: {
      ...blank,
      importer: {
        ...blank.importer,
        name: "Lexivox Inc.",
        country: "US",
        placeKind: "hosting",
        activities: "Transcription d’appels",
      },
      tool: { ...blank.tool, tool: "privacy-shield", signedOn: "2019-06-03" },
    },
  };
}

/** Module 3 with a depot near Casablanca, signed and assessed. */
function archives(today: string): ExampleTransfer {
  const assessedOn = addMonthsToDay(today, -4);
  return toSubProcessor(
    "archives",
    { country: "MA", placeKind: "hosting", name: "Atlas Archives SARL" },
    {
      signedOn: "2023-05-22",
      assessment: {
        data: "Bordereaux signés et supports de sauvegarde chiffrés, portés par notre coursier.",
        actors: "Deux archivistes de Bouskoura ; aucune autre société.",
        rules: "Relevé de notre conseil, § 1 : les textes lus pour notre propre site valent ici.",
        necessity: "Même relevé, § 2.",
        oversight: "Même relevé, § 3.",
        remedies: "Même relevé, § 4.",
        practice: "Aucune demande reçue par le dépôt ni par nous.",
        measures: "Supports chiffrés, clés gardées par nous ; bordereaux scellés et comptés.",
        conclusion: "equivalent-with-measures",
        reasons: "Le dépôt ne peut rien lire des supports, et les bordereaux sont peu nombreux et comptés.",
        assessedOn,
        nextReviewOn: addMonthsToDay(assessedOn, 12),
      },
    },
  );
}

/** Module 3 with an office in Tunis, without the assessment of clause 14. */
function nights(): ExampleTransfer {
  const importer = { country: "TN", placeKind: "access", name: "Carthage Relais SARL" } as const;
  return toSubProcessor("nights", importer, { signedOn: "2025-09-22", assessment: {} });
}

/** Awaits the amendment with its tool. */
function rivieres(): ExampleTransfer {
  return { client: "rivieres", subProcessor: null, content: toMorocco({ tool: {}, assessment: {} }) };
}

/** Clauses of a draft contract. */
function armel(): ExampleTransfer {
  const tool = { ...MODULE_2, signedOn: null };
  return { client: "armel", subProcessor: null, content: toMorocco({ tool, assessment: {} }) };
}

function hertzia(today: string): ExampleTransfer {
  const tool = { ...MODULE_2, signedOn: "2024-09-30", authorisation: "specific", noticeDays: 15 } as const;
  const assessment = { ...BY_REMOTE_DESK, assessedOn: "2024-09-24", nextReviewOn: addMonthsToDay(today, 4) };
  return { client: "hertzia", subProcessor: null, content: toMorocco({ tool, assessment }) };
}

function lumen(today: string): ExampleTransfer {
  const law = { law: "BE", forum: "BE", authority: "APD" } as const;
  const tool = { ...MODULE_2, ...law, signedOn: "2024-06-03" };
  const assessment = { ...BY_REMOTE_DESK, assessedOn: "2024-05-27", nextReviewOn: addMonthsToDay(today, 6) };
  return { client: "lumen", subProcessor: null, content: toMorocco({ tool, assessment }) };
}

/** Shared by clients whose data are accessed from Casablanca and stored by them. */
const BY_REMOTE_DESK = {
  data: "Fiches ouvertes sur un bureau à distance hébergé chez le client ; aucun fichier n’est envoyé.",
  actors: "Agents et superviseurs de Casablanca ; aucune autre société au Maroc.",
  rules: "Relevé de notre conseil, § 1 : textes lus (loi 09‑08, procédure pénale, loi 05‑20).",
  necessity: "Même relevé, § 2.",
  oversight: "Même relevé, § 3.",
  remedies: "Même relevé, § 4.",
  practice: "Aucune demande reçue depuis l’ouverture du site.",
  measures: "Bureau à distance sans copie ni impression ; clés de chiffrement détenues par le responsable.",
  conclusion: "equivalent-with-measures",
  reasons: "Rien n’est conservé au Maroc et le responsable détient les clés.",
} as const;

type ToSubProcessor = { signedOn: string; assessment: Partial<TransferContent["assessment"]> };

function toSubProcessor(
  subProcessor: ExampleSubProcessor,
  { country, placeKind, name }: Pick<TransferContent["importer"], "country" | "placeKind" | "name">,
  { signedOn, assessment }: ToSubProcessor,
): ExampleTransfer {
  const blank = emptyTransfer("to-sub-processor");
  return {
    client: null,
    subProcessor,
    content: {
      ...blank,
      importer: { ...blank.importer, name, country, placeKind },
      tool: { ...blank.tool, ...MODULE_2, module: 3, signedOn },
      assessment: { ...blank.assessment, ...assessment },
    },
  };
}

const MODULE_2 = {
  tool: "scc-2021-914",
  module: 2,
  signedOn: "2023-03-01",
  docking: "included",
  authorisation: "general",
  noticeDays: 30,
  redress: "excluded",
  law: "FR",
  forum: "FR",
  authority: "CNIL",
} as const;

type PartialTransfer = {
  tool: Partial<TransferContent["tool"]>;
  assessment: Partial<TransferContent["assessment"]>;
};

/** Importer is the organisation, whose own pages identify it. */
function toMorocco({ tool, assessment }: PartialTransfer): TransferContent {
  const blank = emptyTransfer("to-organisation");
  return {
    ...blank,
    importer: {
      ...blank.importer,
      country: "MA",
      placeKind: "access",
      activities: "Relation client par téléphone pour le compte du responsable",
    },
    tool: { ...blank.tool, ...tool },
    assessment: { ...blank.assessment, ...assessment },
  };
}
