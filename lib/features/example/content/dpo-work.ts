import type { ExampleClient } from "./controllers";
import { YOUNG_PROCEDURE } from "./parts";
import type { WorkKind } from "@/lib/domain/dpo-work/kinds";
import type { WorkFact } from "@/lib/domain/dpo-work/lifecycle";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";

export type ExampleWork = {
  kind: WorkKind;
  client?: ExampleClient;
  content: Record<string, unknown>;
  /** Lines without their ids; a fact about one names its place. */
  lines?: readonly Record<string, unknown>[];
  facts: readonly (Partial<WorkFact> & { event: string; factOn: string; line?: number })[];
};

/** A document of each kind: some met, some late, one that nobody has assessed. */
export function exampleWork(today: string): ExampleWork[] {
  const day = (days: number) => addDaysToDay(today, days);
  return [
    {
      kind: "watch-item",
      content: {
        title: "Démarchage téléphonique : consentement préalable",
        source: "Loi 2025-594, art. 13",
        publishedOn: "2025-07-01",
        readOn: day(-60),
        changes: "Depuis le 11 août 2026, aucun appel de prospection sans consentement prouvé.",
      },
      lines: [
        { text: "Demander à chaque client la preuve du consentement", owner: "DPO", dueOn: day(-40) },
        { text: "Retirer Bloctel des scripts d’appel", owner: "Qualité", dueOn: day(12) },
      ],
      facts: [{ event: "done", factOn: day(-42), detail: "Courrier du DPO à six clients", line: 0 }],
    },
    {
      kind: "watch-item",
      content: {
        title: "Registre des sous-traitants : questions fréquentes",
        source: "CNIL",
        readOn: day(-3),
      },
      facts: [],
    },
    {
      kind: "training",
      content: {
        title: "Confidentialité des appels",
        on: day(-380),
        minutes: 90,
        trainer: "DPO",
        repeatMonths: 12,
        staff: ["Salma Idrissi", "Yassine Alaoui", "Imane Fassi"],
        headcount: 12,
      },
      facts: [{ event: "hold", factOn: day(-380) }],
    },
    {
      kind: "training",
      content: {
        title: "Reconnaître une violation",
        on: day(-30),
        minutes: 45,
        trainer: "DPO",
        repeatMonths: 12,
        staff: ["Salma Idrissi", "Karim Bennis"],
        others: ["Julie Perrin"],
        headcount: 14,
      },
      facts: [{ event: "hold", factOn: day(-30) }],
    },
    {
      kind: "internal-audit",
      content: {
        title: "Postes des conseillers",
        on: day(-25),
        auditor: "DPO",
        scope: "Plateau de Casablanca : sessions, papier, écoutes.",
      },
      lines: [
        {
          text: "Sessions ouvertes pendant les pauses",
          severity: "major",
          article: "32(1)(b)",
          dueOn: day(-2),
        },
        { text: "Notes papier sans destructeur", severity: "minor", article: "32(1)", dueOn: day(20) },
      ],
      facts: [{ event: "report", factOn: day(-20), detail: "Direction" }],
    },
    {
      kind: "assistance",
      client: "armel",
      content: { title: "Demande d’accès d’un assuré", type: "requests", askedOn: day(-18) },
      facts: [
        { event: "spend", factOn: day(-17), amount: 75, detail: "Recherche des enregistrements" },
        { event: "give", factOn: day(-16), detail: "Enregistrements et fiches remis au client" },
      ],
    },
    {
      kind: "assistance",
      client: "armel",
      content: { title: "Questionnaire de sécurité annuel", type: "security", askedOn: day(-6) },
      facts: [{ event: "spend", factOn: day(-4), amount: 40, detail: "Réponses de l’exploitation" }],
    },
    {
      kind: "dpo-designation",
      content: {
        title: "Décision de la gérance",
        on: day(-700),
        tasks: "Missions de l’article 39, un jour par semaine.",
      },
      facts: [{ event: "publish", factOn: day(-690), detail: "Page « Données personnelles » du site" }],
    },
    {
      kind: "procedure",
      content: {
        title: "Notifier une violation à un client",
        owner: "DPO",
        purpose: "Art. 33(2), de jour et de nuit.",
      },
      lines: [
        {
          text: "1.0",
          approvedBy: "Gérance",
          inForceFrom: day(-400),
          nextReviewOn: day(-35),
          body: "1. Appeler le DPO.\n2. Isoler le poste.\n3. Écrire au client dans les 24 heures.",
        },
        {
          text: "1.1",
          approvedBy: "Gérance",
          inForceFrom: day(-120),
          nextReviewOn: day(245),
          body: "1. Appeler le DPO, ou l’astreinte la nuit.\n2. Isoler le poste.\n3. Écrire au client sans délai.",
        },
      ],
      facts: [],
    },
    {
      kind: "procedure",
      content: {
        title: YOUNG_PROCEDURE,
        owner: "DPO",
        purpose: "Art. 8(2), pour les services en ligne offerts directement à l’enfant.",
      },
      lines: [
        {
          text: "1.0",
          approvedBy: "Gérance",
          inForceFrom: day(-90),
          nextReviewOn: day(275),
          body: "1. Demander l’adresse d’un parent.\n2. Lui écrire et attendre sa confirmation.\n3. Garder la preuve.",
        },
      ],
      facts: [],
    },
    {
      kind: "cndp-filing",
      content: {
        title: "Gestion du personnel",
        type: "declaration",
        purpose: "Administration des salariés.",
      },
      facts: [{ event: "file", factOn: day(-9), detail: "Guichet de Rabat" }],
    },
  ];
}
