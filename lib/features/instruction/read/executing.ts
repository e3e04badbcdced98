import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";

/** Most works of each kind that one page names. */
const MOST_NAMED = 50;

/** Campaigns that run, consultations that are open and requests that are executed on an instruction: nobody may go on once it ends. */
export async function findExecuting(tx: Tx, id: string) {
  const named = { orderBy: { reference: "asc" }, take: MOST_NAMED } as const;
  const select = { id: true, reference: true, title: true } as const;
  const row = await tx.instruction.findFirst({
    where: { id },
    select: {
      campaigns: { where: { state: "started" }, ...named, select },
      consultations: { where: { state: "open" }, ...named, select },
    },
  });
  if (row === null) return [];
  const worksOf = (works: { id: string; reference: string; title: string }[], segment: string) =>
    works.map((work) => ({ ...work, path: `telephone/${segment}/${work.id}`, rights: [] }));
  return [
    ...worksOf(row.campaigns, "campaigns"),
    ...worksOf(row.consultations, "consultations"),
    ...(await findExecutingRequests(tx, id)),
  ];
}

/** Requests whose last instruction it is, and which are not confirmed yet. A request has no title: its rights name it. */
async function findExecutingRequests(tx: Tx, id: string) {
  const naming = { kind: "instructed", value: { path: ["instructionId"], equals: id } } as const;
  const rows = await tx.rightsRequest.findMany({
    where: { state: { in: ["instructed", "executing"] }, facts: { some: naming } },
    orderBy: { reference: "asc" },
    take: MOST_NAMED,
    select: {
      id: true,
      reference: true,
      rights: true,
      facts: { where: { kind: "instructed" }, orderBy: { number: "desc" }, take: 1, select: { value: true } },
    },
  });
  return rows
    .filter(({ facts }) => facts.some(({ value }) => isNaming(value, id)))
    .map(({ id: work, reference, rights }) => ({
      id: work,
      reference,
      title: "",
      rights,
      path: `rights-requests/${work}`,
    }));
}

function isNaming(value: Prisma.JsonValue, id: string): boolean {
  return (
    typeof value === "object" && value !== null && "instructionId" in value && value.instructionId === id
  );
}
