import type { InstructionEventKind } from "@/lib/domain/instruction/types";
import type { ExampleClient } from "./controllers";

type ExampleStep = { event: InstructionEventKind; on: string } & Partial<
  Record<"note" | "source" | "infringes" | "recipient", string>
>;

export type ExampleInstruction = {
  client: ExampleClient;
  code: string;
  /** Values as the form sends them. */
  answered: Record<string, string>;
  life: readonly ExampleStep[];
  /** True where it supersedes the previous instruction of this list. */
  supersedesPrevious?: true;
  /** Row of the example that executes it. */
  executedBy?: "campaign" | "consultation";
};

const checked = (on: string): ExampleStep => ({
  event: "check",
  on,
  note: "Pouvoir de l’auteur, contrat et transferts examinés ; rien à redire.",
});

/** Instructions in force, superseded, oral and contested, and orders of calls and of questions. All names and data are invented. */
export const EXAMPLE_INSTRUCTIONS: readonly ExampleInstruction[] = [
  {
    client: "orvelle",
    code: "ORE",
    answered: {
      kind: "processing",
      text: "Rappelez les clients dont le dossier est incomplet dans les cinq jours ouvrables.",
      authorName: "Hélène Marchetti",
      authorPower: "Annexe 3 du contrat",
      channel: "e-mail",
      receivedOn: "2026-02-10",
      receivedTime: "09:40",
      effectiveOn: "2026-02-12",
      transferEffect: "none",
    },
    life: [
      checked("2026-02-10"),
      { event: "accept", on: "2026-02-11", recipient: "h.marchetti@orvelle.example" },
    ],
  },
  {
    client: "orvelle",
    code: "ORE",
    answered: {
      kind: "processing",
      text: "Rappelez les clients dont le dossier est incomplet dans les deux jours ouvrables, jamais après 18 h.",
      authorName: "Hélène Marchetti",
      authorPower: "Annexe 3 du contrat",
      channel: "minutes",
      receivedOn: "2026-09-03",
      receivedTime: "16:15",
      effectiveOn: "2026-09-14",
      transferEffect: "none",
      operations: "Rappel des dossiers incomplets",
    },
    supersedesPrevious: true,
    life: [
      checked("2026-09-04"),
      { event: "accept", on: "2026-09-04", recipient: "h.marchetti@orvelle.example" },
      { event: "acknowledge", on: "2026-09-05", source: "Réponse d’Hélène Marchetti du 5 septembre" },
    ],
  },
  {
    client: "nomade",
    code: "LNO",
    answered: {
      kind: "processing",
      text: "Proposez aussi la carte de fidélité à chaque appel de commande.",
      authorName: "Samir Dubois",
      channel: "telephone",
      receivedOn: "2026-11-18",
      receivedTime: "11:05",
      effectiveOn: "2026-11-23",
    },
    life: [],
  },
  {
    client: "calanques",
    code: "CCA",
    answered: {
      kind: "processing",
      text: "Notez dans chaque fiche l’état de santé que le client donne pour motif de son impayé.",
      authorName: "Direction du recouvrement",
      channel: "e-mail",
      receivedOn: "2026-11-16",
      receivedTime: "17:50",
      effectiveOn: "2026-11-20",
      transferEffect: "unanswered",
    },
    life: [
      {
        event: "contest",
        on: "2026-11-17",
        infringes: "art. 9(1) du RGPD",
        note: "Aucune des conditions de l’art. 9(2) n’est montrée, et le motif n’est pas nécessaire au recouvrement.",
        recipient: "m.fabre@credit-calanques.example",
      },
    ],
  },
  {
    client: "orvelle",
    code: "ORE",
    executedBy: "campaign",
    answered: {
      kind: "campaign",
      text: "Appelez les personnes de la liste jointe, qui y ont consenti, pour leur proposer l’offre d’électricité verte.",
      authorName: "Hélène Marchetti",
      authorPower: "Annexe 3 du contrat",
      channel: "e-mail",
      receivedOn: "2026-10-12",
      receivedTime: "10:05",
      effectiveOn: "2026-10-13",
      transferEffect: "none",
    },
    life: [
      checked("2026-10-12"),
      { event: "accept", on: "2026-10-12", recipient: "h.marchetti@orvelle.example" },
    ],
  },
  {
    client: "rivieres",
    code: "MTR",
    executedBy: "consultation",
    answered: {
      kind: "consultation",
      text: "Demandez aux adhérents de la liste s’ils acceptent d’être appelés, et que leurs appels soient enregistrés.",
      authorName: "Yann Le Guellec",
      authorPower: "Délégation du 2 janvier 2026",
      channel: "e-mail",
      receivedOn: "2026-10-19",
      receivedTime: "14:30",
      effectiveOn: "2026-10-20",
      transferEffect: "none",
    },
    life: [
      checked("2026-10-19"),
      { event: "accept", on: "2026-10-20", recipient: "y.leguellec@trois-rivieres.example" },
    ],
  },
];
