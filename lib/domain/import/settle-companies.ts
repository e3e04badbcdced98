import type { RecordContent, SubProcessorNamed } from "@/lib/domain/processing-record/content";
import type { Doubt } from "./types";

type Answered = (content: RecordContent, asked: Doubt, answer: string) => RecordContent;

/** Carries out the option chosen for a question about sub-processors; left open, each stays as its row says. */
export const COMPANY_ANSWERS: Readonly<Record<string, Answered | undefined>> = {
  companiesAlike: nameCompany,
  companyCountries: placeCompany,
  subProcessorSeat: nameSeat,
};

/** Gives a company the seat that was chosen among the places beside its name. */
function nameSeat(content: RecordContent, { params }: Doubt, country: string): RecordContent {
  const subProcessors = content.subProcessors.map((one) =>
    one.country === null && one.name === params.name ? { ...one, country } : one,
  );
  return { ...content, subProcessors };
}

/** Gives all names of the group the one that was chosen, with its row of the list. */
function nameCompany(content: RecordContent, { params }: Doubt, answer: string): RecordContent {
  const at = (params.options ?? "").split("|").indexOf(answer);
  const id = (params.ids ?? "").split("|")[at] || null;
  const isMeant = namesIn(params);
  const named = content.subProcessors.map((one) =>
    one.subProcessorId === null && isMeant(one.name) ? { ...one, name: answer, subProcessorId: id } : one,
  );
  return { ...content, subProcessors: joinSame(named) };
}

function placeCompany(content: RecordContent, { params }: Doubt, answer: string): RecordContent {
  const isMeant = namesIn(params);
  const placed = content.subProcessors.map((one) => (isMeant(one.name) ? { ...one, country: answer } : one));
  return { ...content, subProcessors: joinSame(placed) };
}

function namesIn({ names = "" }: Doubt["params"]): (name: string) => boolean {
  const meant = new Set(names.split("|"));
  return (name) => meant.has(name);
}

/** Several lines of one company in one row are one, with what each says that it does. */
function joinSame(named: readonly SubProcessorNamed[]): SubProcessorNamed[] {
  const joined = new Map<string, SubProcessorNamed>();
  for (const one of named) {
    const key = JSON.stringify([one.name, one.country, one.subProcessorId]);
    const before = joined.get(key);
    const services = [before?.service ?? "", one.service].filter((text) => text !== "");
    joined.set(key, { ...one, service: [...new Set(services)].join(" ; ").slice(0, LINE) });
  }
  return [...joined.values()];
}

/** Characters of a line of the register. */
const LINE = 300;
