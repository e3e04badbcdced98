import { CLAUSE_IDS, type ClauseId } from "@/lib/domain/contract/clauses";
import {
  emptyContent,
  type Amendment,
  type ClauseReading,
  type ContractTermsDocument,
  type ClauseAnswers,
} from "@/lib/domain/contract/content";
import type { ContractDates, Instructor } from "@/lib/domain/contract/types";
import { addDaysToDay, addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { annexOf } from "./annexes";
import type { ExampleClient } from "./controllers";

type ContractTermsChange = { [S in keyof ContractTermsDocument]?: Partial<ContractTermsDocument[S]> };

export type ExampleContract = {
  client: ExampleClient;
  reference: string;
  title: string;
  dates: Partial<ContractDates>;
  contractTerms: ContractTermsDocument;
  amendments: Omit<Amendment, "id" | "withdrawn">[];
  instructors: Omit<Instructor, "id">[];
};

/** Includes a complete contract and several with one fault each. Deadlines are relative to `today`. */
export function exampleContracts(today: string): ExampleContract[] {
  return [orvelle(today), rivieres(), nomade(), calanques(), hertzia(today), armel()];
}

/** Complete contract whose window for notice against tacit renewal closes within weeks. */
function orvelle(today: string): ExampleContract {
  const endsOn = addDaysToDay(addMonthsToDay(today, 3), 12);
  return contract("orvelle", "ORV-CRC-2023", "Contrat-cadre de relation client", {
    dates: since("2023-03-01"),
    contractTerms: readContract({
      object: {
        subjectMatter: "Service client et recouvrement amiable pour les clients particuliers d’Orvelle.",
        purpose: "Répondre aux clients, suivre leurs demandes et recouvrer à l’amiable les factures échues.",
        // Added two years later, without an amendment.
        ...annexOf("orvelle", [
          "Transcription automatique de la réponse",
          "Lecture de l’index et contrôle de vraisemblance",
        ]),
        countries: ["MA"],
        retention:
          "Enregistrements d’appels : deux mois ; le reste, tant que dure la relation avec le client.",
      },
      term: { endsOn, renewal: "tacit", renewalMonths: 12, noticeCount: 3 },
      terms: {
        breachNoticeHours: 48,
        breachNoticeMeans: "Téléphone, puis courriel au délégué",
        authorisation: "general",
        objectionDays: 30,
      },
      instruments: MODULE_2,
    }),
    amendments: [
      amendment("Avenant 1, notification des violations", "2024-09-01", { terms: { breachNoticeHours: 24 } }),
    ],
    instructors: [
      instructor("Hélène Marchetti", "Direction de la relation client", "Annexe 3", "2023-03-01"),
    ],
  });
}

/** Lacks a transfer tool although agents work in Morocco. */
function rivieres(): ExampleContract {
  return contract("rivieres", "M3R-2022-07", "Convention de gestion des appels adhérents", {
    dates: since("2022-07-01"),
    contractTerms: readContract(
      {
        object: {
          subjectMatter: "Accueil et gestion pour les adhérents de la mutuelle.",
          // Live listening is planned only; children were never named.
          ...annexOf("rivieres", [
            "Écoute simultanée par le superviseur",
            "Chuchotement à l’agent, non entendu de l’appelant",
            "ayants droit, dont des enfants",
          ]),
          countries: ["MA"],
          subProcessors: ["Numéria Voix SAS"],
        },
        terms: { authorisation: "specific", objectionDays: 15, breachNoticeHours: 24 },
      },
      { K25: ["absent", "", "Aucune clause de transfert : l’avenant est demandé à la mutuelle."] },
    ),
    instructors: [instructor("Yann Le Guellec", "Service adhérents", "Convention, art. 6", "2022-07-01")],
  });
}

/** Has the clauses of article 28(7) alone, which bind the parties but are no transfer tool. */
function nomade(): ExampleContract {
  return contract("nomade", "LN-2024-01", "Contrat de sous-traitance", {
    dates: since("2024-01-15"),
    contractTerms: readContract({
      object: {
        subjectMatter: "Commandes, messages et avis de la boutique en ligne.",
        ...annexOf("nomade", ["prestations de service"]),
        countries: ["MA"],
        subProcessors: ["Numéria Voix SAS"],
      },
      terms: { authorisation: "specific", objectionDays: 10 },
      instruments: { dpa: false, scc915: true },
    }),
    instructors: [],
  });
}

/** Contains usual faults: security without measures, an objection without effect, imposed deletion. */
function calanques(): ExampleContract {
  return contract("calanques", "CC-EXT-19", "Accord de protection des données", {
    dates: since("2021-10-01"),
    contractTerms: readContract(
      {
        object: {
          subjectMatter: "Recouvrement amiable et accueil des emprunteurs.",
          // Transcription and access from Dakar were never added.
          ...annexOf("calanques", [
            "Transcription d’un appel sur cinquante",
            "voix",
            "texte de la conversation",
            "Envoi chiffré au cabinet désigné",
          ]),
          countries: ["MA"],
        },
        terms: { authorisation: "general", objectionDays: null, endFate: "delete" },
        // No assessment exists, as in its transfer.
        instruments: { ...MODULE_2, scc914SignedOn: "2021-10-01", scc914Days: null, tiaOn: null },
      },
      {
        K12: ["insufficient", "art. 9", "« Sécurité conforme à l’état de l’art »"],
        K14: ["insufficient", "art. 11.2", "Le prestataire change quand même."],
        K20: ["insufficient", "art. 15", "Effacement d’office à trente jours."],
      },
    ),
    instructors: [instructor("Mireille Fabre", "Recouvrement et fidélisation", "Mandat", "2021-10-01")],
  });
}

/** Expired without renewal. */
function hertzia(today: string): ExampleContract {
  return contract("hertzia", "HZ-PART-8", "Contrat de prestation d’appels", {
    dates: since("2024-09-30"),
    contractTerms: readContract({
      object: {
        subjectMatter: "Assistance et relation client de l’opérateur.",
        ...annexOf("hertzia", ["Réception d’appels depuis le domicile des agents"]),
        countries: ["MA"],
        subProcessors: ["Numéria Voix SAS", "Kiosque CRM SAS"],
      },
      term: { endsOn: addDaysToDay(today, -20), renewal: "none" },
      terms: { authorisation: "specific", objectionDays: 15 },
      instruments: { ...MODULE_2, scc914SignedOn: "2024-09-30", scc914Days: 15, tiaOn: "2024-09-24" },
    }),
    instructors: [],
  });
}

/** Draft with no clause read. */
function armel(): ExampleContract {
  return contract("armel", "CSA-PROJET", "Projet de contrat, accueil téléphonique", {
    dates: {},
    contractTerms: emptyContent().deed,
    instructors: [],
  });
}

const MODULE_2 = {
  scc914: true,
  scc914SignedOn: "2023-03-01",
  scc914Docking: "included",
  scc914Option: "general",
  scc914Days: 30,
  scc914Redress: "excluded",
  scc914Law: "FR",
  scc914Forum: "FR",
  tiaOn: "2023-02-15",
} as const;

type Body = Pick<ExampleContract, "dates" | "contractTerms" | "instructors"> &
  Partial<Pick<ExampleContract, "amendments">>;

function contract(client: ExampleClient, reference: string, title: string, body: Body): ExampleContract {
  return { client, reference, title, amendments: [], ...body };
}

type Read = Partial<Record<ClauseId, [ClauseReading["answer"], place: string, note: string]>>;

/** Marks every clause present except those named, with the usual instruments. */
function readContract(change: ContractTermsChange, but: Read = {}): ContractTermsDocument {
  const blank = emptyContent().deed;
  const read = CLAUSE_IDS.map((id) => {
    const [answer, place, note] = but[id] ?? ["present", `art. ${CLAUSE_IDS.indexOf(id) + 2}`, ""];
    return [id, { answer, place, note }] as const;
  });
  return {
    parties: { ...blank.parties, ...change.parties },
    object: { ...blank.object, ...change.object },
    term: { ...blank.term, ...change.term },
    terms: {
      ...blank.terms,
      rightsRequests: "forwarded",
      rightsRequestsDays: 2,
      endFate: "controller-chooses",
      endFateDays: 30,
      auditRights: "granted",
      auditNoticeDays: 15,
      authorityNotice: "not-mandated",
      binding: "contractual_only",
      ...change.terms,
    },
    instruments: { ...blank.instruments, dpa: true, law0908: true, ...change.instruments },
    clauses: Object.fromEntries(read) as ContractTermsDocument["clauses"],
  };
}

function since(day: string): Partial<ContractDates> {
  return { signedOn: day, effectiveOn: day };
}

function amendment(title: string, day: string, says: ClauseAnswers): Omit<Amendment, "id" | "withdrawn"> {
  return { title, signedOn: day, effectiveOn: day, says };
}

function instructor(name: string, capacity: string, power: string, from: string): Omit<Instructor, "id"> {
  return { name, capacity, email: "", power, from, until: null };
}
