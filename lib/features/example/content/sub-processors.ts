import type { SubProcessorContent } from "@/lib/domain/sub-processor/content";
import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { CRM, PLANNING, SPEECH, VOICE } from "./parts";
import { contract, site, subProcessor } from "./sub-processor-parts";

export const EXAMPLE_SUB_PROCESSORS = [
  "voice",
  "crm",
  "planning",
  "speech",
  "archives",
  "nights",
  "recordings",
  "lexivox",
] as const;
export type ExampleSubProcessor = (typeof EXAMPLE_SUB_PROCESSORS)[number];

/**
 * Sub-processors named by records or transfers: complete ones, one with weaker terms than clients were promised, one
 * without a contract, and one barely known.
 */
export function exampleSubProcessors(today: string): Record<ExampleSubProcessor, SubProcessorContent> {
  return {
    voice: voiceProvider(today),
    crm: crm(),
    planning: planning(),
    speech: speechProvider(today),
    archives: archives(),
    nights: nights(),
    recordings: recordings(today),
    lexivox: lexivox(),
  };
}

/** Complete, with a chain of two levels. */
function voiceProvider(today: string): SubProcessorContent {
  const [datacenter, maintenance] = [LINK_IDS.datacenter, LINK_IDS.maintenance];
  return subProcessor(VOICE.name, {
    identity: {
      registration: "RCS Lyon 812 404 117",
      country: "FR",
      address: "12 rue des Ateliers, 69007 Lyon",
      contact: "Service juridique, contrats@numeria.example, +33 4 00 00 12 12",
      dpoContact: "dpo@numeria.example",
    },
    service: {
      service: "Opérateur des lignes : numéros, acheminement et enregistrement des appels",
      data: "Numéros appelés et appelants, dates et durées ; voix enregistrées, gardées trente jours",
      startsOn: "2021-09-01",
    },
    places: {
      sites: [
        site("Cœur de réseau", "12 rue des Ateliers, 69007 Lyon", "FR"),
        site("Secours", "Zone de l’Union, 59000 Lille", "FR"),
      ],
      accessAnswer: "no",
    },
    chain: {
      answer: "yes",
      links: [
        {
          id: datacenter,
          under: null,
          name: "Baie 9 SAS",
          country: "FR",
          address: "3 allée du Rail, 69800 Saint-Priest",
          contact: "exploitation@baie9.example",
          service: "Hébergement des serveurs d’enregistrement",
        },
        {
          id: maintenance,
          under: datacenter,
          name: "Mainfroid Services SARL",
          country: "FR",
          address: "41 route de Vienne, 69008 Lyon",
          contact: "contact@mainfroid.example",
          service: "Maintenance des baies, sous surveillance",
        },
      ],
    },
    guarantees: {
      checks: "Questionnaire rempli, rapport d’audit de l’hébergeur lu, plan de reprise essayé avec nous.",
      checkedOn: addMonthsToDay(today, -5),
      certifications: [
        {
          kind: "iso-27001",
          reference: "FR-27-4410",
          issuer: "Certis Europe",
          validUntil: addMonthsToDay(today, 14),
        },
      ],
    },
    contract: contract("NV-2021-09", "2021-09-01", {
      terms: {
        breachNoticeHours: 24,
        authorisation: "specific",
        rightsRequestsDays: 2,
        endFate: "controller-chooses",
        endFateDays: 30,
        auditRights: "granted",
      },
    }),
  });
}

/** Has weaker terms than several clients were promised, article 28(4). */
function crm(): SubProcessorContent {
  return subProcessor(CRM.name, {
    identity: {
      registration: "RCS Nantes 790 221 064",
      country: "FR",
      address: "8 quai de la Fosse, 44000 Nantes",
      contact: "Support entreprises, support@kiosque.example",
    },
    service: {
      service: "Hébergement du logiciel de gestion de la relation client",
      data: "Identité, coordonnées, historique des échanges",
      startsOn: "2022-02-01",
    },
    places: { sites: [site("Nantes", "8 quai de la Fosse, 44000 Nantes", "FR")], accessAnswer: "no" },
    chain: { answer: "no" },
    guarantees: { checks: "Conditions générales et annexe de sécurité lues.", checkedOn: "2022-01-18" },
    contract: contract("KQ-CGS-7", "2022-02-01", {
      terms: {
        breachNoticeHours: 72,
        authorisation: "general",
        objectionDays: 15,
        endFate: "delete",
        endFateDays: 90,
        auditRights: "restricted",
      },
      clauses: { K16: "insufficient", K22: "absent" },
    }),
  });
}

/** Has a name and country alone. */
function planning(): SubProcessorContent {
  return subProcessor(PLANNING.name, {
    identity: { country: PLANNING.country ?? null },
    service: { service: "Planning des agents" },
  });
}

/** Hosted in Ireland by its own sub-processor. */
function speechProvider(today: string): SubProcessorContent {
  return subProcessor(SPEECH.name, {
    identity: {
      country: "FR",
      address: "5 rue du Sentier, 75002 Paris",
      contact: "Camille Raynaud, protection@parlance.example",
    },
    service: {
      service: "Transcription et analyse d’un échantillon d’appels",
      data: "Voix et texte des conversations",
      startsOn: "2024-04-02",
    },
    places: { sites: [site("Dublin, région nuage", "Dublin", "IE")], accessAnswer: "no" },
    chain: {
      answer: "yes",
      links: [
        {
          id: LINK_IDS.cloud,
          under: null,
          name: "Liffey Cloud Ltd",
          country: "IE",
          address: "Grand Canal Dock, Dublin 2",
          contact: "privacy@liffey.example",
          service: "Calcul et stockage",
        },
      ],
    },
    guarantees: {
      checks: "Essai sur voix fictives, suppression vérifiée à sept jours.",
      checkedOn: addMonthsToDay(today, -8),
    },
    contract: contract("PA-2024-04", "2024-03-28", {
      terms: { breachNoticeHours: 24, authorisation: "specific" },
    }),
  });
}

/** Located in Morocco with a complete transfer. */
function archives(): SubProcessorContent {
  return subProcessor("Atlas Archives SARL", {
    identity: {
      registration: "ICE 001 902 447 000 021",
      country: "MA",
      address: "Zone industrielle Ouled Saleh, Bouskoura",
      contact: "Nadia Berrada, gérante, gerance@atlas-archives.example",
    },
    service: {
      service: "Garde et destruction des bordereaux et des supports",
      data: "Bordereaux signés, supports de sauvegarde chiffrés",
      startsOn: "2023-06-01",
    },
    places: {
      sites: [site("Dépôt de Bouskoura", "Zone industrielle Ouled Saleh, Bouskoura", "MA")],
      accessAnswer: "no",
    },
    chain: { answer: "no" },
    guarantees: { checks: "Visite du dépôt, certificats de destruction contrôlés.", checkedOn: "2026-02-12" },
    contract: contract("AA-2023-06", "2023-05-22", {
      terms: {
        breachNoticeHours: 24,
        authorisation: "specific",
        endFate: "controller-chooses",
        auditRights: "granted",
      },
    }),
  });
}

/** Located in Tunisia: clauses signed, no assessment. */
function nights(): SubProcessorContent {
  return subProcessor("Carthage Relais SARL", {
    identity: {
      country: "TN",
      address: "Les Berges du Lac, 1053 Tunis",
      contact: "Direction des opérations, operations@carthage-relais.example",
    },
    service: {
      service: "Prise d’appels de débordement, la nuit et le dimanche",
      data: "Identité, coordonnées, motif de l’appel, vus sur notre bureau à distance",
      startsOn: "2025-10-01",
    },
    places: {
      sites: [site("Plateau de Tunis", "Les Berges du Lac, 1053 Tunis", "TN")],
      accessAnswer: "no",
    },
    chain: { answer: "no" },
    guarantees: { checks: "Visite du plateau avant l’ouverture.", checkedOn: "2025-09-15" },
    contract: contract("CR-2025-10", "2025-09-22", {
      terms: { breachNoticeHours: 24, authorisation: "specific" },
    }),
  });
}

/** Located in Ireland with support from the United Kingdom at night; its chain is unknown. */
function recordings(today: string): SubProcessorContent {
  return subProcessor("Shannon Vault Ltd", {
    identity: {
      country: "IE",
      address: "Plassey Park, Limerick",
      contact: "Data protection desk, dpd@shannonvault.example",
      dpoContact: "dpo@shannonvault.example",
    },
    service: {
      service: "Coffre des enregistrements gardés au-delà de trente jours",
      data: "Voix enregistrées, chiffrées",
      startsOn: "2024-09-01",
    },
    places: {
      sites: [site("Limerick", "Plassey Park, Limerick", "IE")],
      accessAnswer: "yes",
      accessCountries: ["GB"],
      accessNote: "Astreinte de nuit, postes gérés, sans copie.",
    },
    chain: { answer: null },
    guarantees: {
      certifications: [
        {
          kind: "iso-27001",
          reference: "IE-9021",
          issuer: "Harbour Assurance",
          validUntil: addMonthsToDay(today, -2),
        },
      ],
    },
    contract: contract("SV-2024-09", "2024-08-20", {
      terms: { breachNoticeHours: 36, authorisation: "specific" },
    }),
  });
}

/** Unused but still listed: an old file names it, and no contract exists. */
function lexivox(): SubProcessorContent {
  return subProcessor("Lexivox Inc.", {
    identity: { country: "US" },
    service: { service: "Transcription d’appels", startsOn: "2019-06-03" },
  });
}

/** Ids of chained companies, fixed so that one may refer to another. */
const LINK_IDS = {
  datacenter: "0b1f6c1e-3f0a-4c55-9a51-5d2c7a4e0001",
  maintenance: "0b1f6c1e-3f0a-4c55-9a51-5d2c7a4e0002",
  cloud: "0b1f6c1e-3f0a-4c55-9a51-5d2c7a4e0003",
};
