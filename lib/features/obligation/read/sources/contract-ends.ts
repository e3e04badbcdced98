import type { LineAnswer } from "@/lib/domain/contract-end/answers";
import type { LineKind, LineState, RunState } from "@/lib/domain/contract-end/types";
import { contractContentSchema } from "@/lib/domain/contract/content";
import { contractOn } from "@/lib/domain/contract/in-force";
import { planContractEnd, type LineToPlan } from "@/lib/domain/obligation/plan-contract-end";
import { todayAtHome } from "@/lib/domain/obligation/types";
import { answerDaysSchema } from "@/lib/domain/obligation/answer-days";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type FindObligations, partyOf } from "./asked";

const runSelect = {
  id: true,
  state: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  lines: { select: { id: true, kind: true, state: true, answer: true, title: true, answerFields: true } },
  certificates: { select: { issuedAt: true }, orderBy: { issuedAt: "desc" }, take: 1 },
  contract: {
    select: {
      id: true,
      reference: true,
      signedOn: true,
      effectiveOn: true,
      noticeGivenOn: true,
      endedOn: true,
      content: true,
      controller: { select: { id: true, legalName: true } },
    },
  },
} satisfies Prisma.ContractEndSelect;

type Run = Prisma.ContractEndGetPayload<{ select: typeof runSelect }>;

/** Runs of any age: a law may keep data for years after the closing. */
export const findContractEndObligations: FindObligations = async (tx, asked) => {
  const runs = await tx.contractEnd.findMany({ where: { state: { not: "cancelled" } }, select: runSelect });
  return runs
    .flatMap((run) => planContractEnd(toPlan(run, todayAtHome(asked.now))))
    .filter(({ doneAt }) => doneAt === null || doneAt >= asked.doneSince.getTime());
};

function toPlan({ contract, ...run }: Run, today: string) {
  const { reference, controller, endedOn, content, ...dates } = contract;
  const terms = contractOn(
    { ...dates, endedOn, content: contractContentSchema.parse(content) },
    endedOn ?? today,
  );
  return {
    row: {
      subject: { id: run.id, reference },
      controller: partyOf(controller),
      version: run.version,
      path: `/contracts/${contract.id}/end`,
      changedAt: run.updatedAt.getTime(),
    },
    state: run.state as RunState,
    startedAt: run.createdAt.getTime(),
    endedOn,
    closedAt: run.state === "closed" ? (run.certificates[0]?.issuedAt ?? run.updatedAt).getTime() : null,
    fateDays: terms.contractTerms.terms.endFateDays,
    lines: run.lines.map(readLine),
  };
}

function readLine({ kind, state, answer, answerFields: values, ...line }: Run["lines"][number]): LineToPlan {
  return {
    ...line,
    ...answerDaysSchema.parse(values ?? {}),
    kind: kind as LineKind,
    state: state as LineState,
    answer: answer as LineAnswer | null,
  };
}
