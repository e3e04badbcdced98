import { linesIn } from "@/lib/domain/dpo-work/content";
import { addLine, makeWork, stepWork } from "@/prisma/factories/dpo-work";
import type { MadeOrganisation } from "@/prisma/factories/organisation";
import { makeFeed } from "@/prisma/factories/watch-feed";
import { makeOwnRecord } from "@/prisma/factories/register";
import { dayFromNow } from "./days";

/** A page of each pattern of the DPO's work, over documents with lines, facts and changes. */
export async function dpoScreensOf(organisation: MadeOrganisation, controllerId: string): Promise<string[]> {
  const audit = await addLine(organisation, await makeWork(organisation, "internal-audit"), {
    text: "Écrans non verrouillés",
    severity: "major",
    dueOn: dayFromNow(-3),
  });
  const training = await stepWork(organisation, await makeWork(organisation, "training"), "hold");
  const version = { approvedBy: "Direction", inForceFrom: "2026-01-01", body: "Appeler le DPO." };
  const first = await addLine(organisation, await makeWork(organisation, "procedure"), {
    ...version,
    text: "1",
  });
  const second = { ...version, text: "2", inForceFrom: "2026-06-01", body: "Appeler le DPO de nuit." };
  const procedure = await addLine(organisation, first, second);
  const [, last] = linesIn(procedure.content);
  await makeWork(organisation, "assistance", { controllerId });
  const own = await makeOwnRecord(organisation, { activity: "Paie" });
  const filing = await makeWork(organisation, "cndp-filing", { recordIds: own.reference });
  const designation = await makeWork(organisation, "dpo-designation");
  await makeFeed(organisation, ["Délibération sur les écoutes", "Sanction d’un centre d’appels"]);
  const audits = `/dpo/audits/${audit.id}`;
  return [
    "/dpo",
    "/dpo/watch",
    "/dpo/watch?view=closed&q=rien",
    "/dpo/trainings?view=all",
    "/dpo/assistance",
    "/dpo/assistance/new",
    "/dpo/filings/new",
    audits,
    `${audits}/edit`,
    `${audits}/event`,
    `${audits}/event?event=report`,
    `${audits}/parts/new`,
    `/dpo/trainings/${training.id}`,
    `/dpo/trainings/${training.id}/event?event=not-attended`,
    `/dpo/procedures/${procedure.id}`,
    `/dpo/procedures/${procedure.id}/parts/${last?.id}`,
    `/dpo/filings/${filing.id}`,
    `/dpo/designation/${designation.id}`,
    "/dpo/feeds",
    "/dpo/feeds?view=set-aside",
    "/dpo/staff",
    "/dpo/time",
    "/dpo/needs",
    "/dpo/needs?view=unknown",
  ];
}
