import type { CallLayout } from "@/lib/domain/call-log/layout";
import { NO_COLUMNS } from "@/lib/domain/call-log/layout";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";

/** A call script, its campaign and consents for one client. Numbers are of ranges that nobody is given: 01 99 00. */
export const EXAMPLE_SCRIPT = {
  client: "orvelle",
  title: "Offre d’électricité verte",
  text:
    "Bonjour, je m’appelle [prénom] et je vous appelle pour le compte d’Orvelle Énergie. Il s’agit d’un appel commercial.\n" +
    "Cet appel est enregistré. Vous pouvez à tout moment vous opposer à nos appels.\n" +
    "Si notre offre vous convient, vous recevrez une confirmation écrite.",
} as const;

export const EXAMPLE_COLLECTION = {
  title: "Formulaire du site, offre verte",
  purpose: "Électricité verte",
  wording: "J’accepte qu’Orvelle Énergie m’appelle pendant un an au sujet de son offre d’électricité verte.",
  proofPlace: "Chez le responsable, sous huit jours",
} as const;

const PERSONS = [1, 2, 3, 4, 5, 6].map((serial) => `+3319900000${serial}`);
/** Called without any consent. */
const UNKNOWN_PERSON = "+33199000099";
const SHOWN = "+33199001234";

/** Consents of six persons, two of which end within the month. */
export function exampleConsents(today: string) {
  return PERSONS.map((number, at) => {
    const givenOn = addDaysToDay(today, at < 2 ? -345 : -60);
    return { number, givenOn, validUntil: addDaysToDay(givenOn, 364), proof: `FORM-${1001 + at}` };
  });
}

/** A campaign that began two working weeks ago and goes on for a month. */
export function exampleCampaign(today: string) {
  return {
    title: "Électricité verte, clients consentants",
    firstDay: addDaysToDay(today, -14),
    lastDay: addDaysToDay(today, 30),
    reason: "Texte relu par le DPO, approbation du responsable demandée",
    content: {
      professional: "",
      product: EXAMPLE_COLLECTION.purpose,
      sector: "other",
      audience: "consumer",
      territories: ["FR"],
      provenance: "Liste du responsable, tirée de son formulaire",
      basis: "consent",
      numbers: [{ number: SHOWN, authenticated: "yes" }],
      abroad: "yes",
      robot: "no",
      dialler: "no",
    },
  };
}

/** Columns of the example's log, as a dialler writes them. */
export const EXAMPLE_LAYOUT: CallLayout = {
  columns: { ...NO_COLUMNS, number: 0, at: 1, status: 2, shown: 3, callId: 4 },
  hasHead: true,
  delimiter: ";",
  encoding: "utf-8",
  timeFormat: "iso",
  zone: "Europe/Paris",
  dialPrefix: "",
  onlyValue: "",
  numberCountry: null,
  countryColumn: "",
};

/** A dialler's file of the last working days: calls within the law, one at night, one without consent, one masked. */
export function exampleLog(today: string): string {
  const [earlier, last] = lastWorkingDays(today);
  const calls = [
    ...PERSONS.map((number, at) => [number, `${earlier} 10:${10 + at}:00`, "ANSWERED", SHOWN]),
    [PERSONS[1], `${last} 15:20:00`, "NOANSWER", SHOWN],
    [PERSONS[2], `${last} 20:45:00`, "ANSWERED", SHOWN],
    [UNKNOWN_PERSON, `${last} 11:05:00`, "DNC", SHOWN],
    [PERSONS[4], `${last} 16:40:00`, "ANSWERED", "anonymous"],
  ];
  const lines = calls.map((cells, at) => [...cells, `EX-${at + 1}`].join(";"));
  return `${["number;at;status;shown;id", ...lines].join("\n")}\n`;
}

/** Two of the last days from Monday to Friday, the earlier first. */
function lastWorkingDays(today: string): [string, string] {
  const days: string[] = [];
  for (let back = 1; days.length < 2; back += 1) {
    const day = addDaysToDay(today, -back);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days.unshift(day);
  }
  return [days[0] ?? today, days[1] ?? today];
}
