import { executionOf } from "@/lib/domain/rights-request/execution";
import type { Task } from "@/lib/domain/rights-request/file";
import { describeOutcome } from "@/lib/features/rights-request/read/task-words";
import { firstReceipt } from "@/lib/domain/rights-request/first-due";
import type { ClockedRequest } from "@/lib/features/rights-request/read/to-plan";
import { formatForController, joinParts } from "@/lib/i18n/format";
import { isLocale } from "@/lib/i18n/locale";
import { translator, type Translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import { today, type StaffCtx } from "@/lib/platform/request/context";

import { answerWords } from "./answer-words";

type Proof = { id: string; fileName: string; sha256: string };

/** States line by line what an instruction came to, in the controller's language; only what was done is called carried out: systems, sub-processors, instants, and nothing of the person. */
export async function printCertificate(
  tx: Tx,
  ctx: StaffCtx,
  of: ClockedRequest & { controller: { id: string; legalName: string } },
): Promise<{ pdf: Uint8Array; fileName: string }> {
  const { request, file, controller } = of;
  const execution = executionOf(file.tasks);
  const { language } = await tx.controller.findFirstOrThrow({
    where: { id: controller.id },
    select: { language: true },
  });
  const locale = isLocale(language) ? language : "fr";
  const t = await translator(locale, "rights-request");
  const instant = (at: number) => formatForController(at, of.zone, locale, { long: true });
  const organisation = await findIssuer(tx);
  const proofs = await findProofs(tx, file.tasks);
  const [year, month, day] = today(ctx).split("-").map(Number);
  const pdf = await renderPdf({
    template: "lib/platform/pdf/certificate.typ",
    locale,
    data: {
      number: request.reference,
      organisation,
      date: { year, month, day },
      title: t(`certificate.titles.${execution}`),
      article: t("certificate.article"),
      statement: t(`certificate.statements.${execution}`, {
        organisation: organisation.name,
        controller: controller.legalName,
        reference: request.reference,
        rights: joinParts(
          request.rights.map((right) => t(`rights.${right}`)),
          locale,
        ),
        received: instant(firstReceipt(of)),
      }),
      sections: [
        tasksSection("systems", file.tasks, { proofs, t, kind: "system" }),
        tasksSection("subProcessors", file.tasks, { proofs, t, kind: "sub-processor" }),
        timesSection(of, t, instant),
        answerSection(of, { t, locale, instant }),
      ],
      signature: t("certificate.signature", { when: instant(ctx.now.getTime()), name: ctx.actor.name }),
    },
  });
  return { pdf, fileName: `${request.reference} ${t(`certificate.files.${execution}`)}.pdf` };
}

type Printed = { proofs: readonly Proof[]; t: Translator; kind: Task["kind"] };

function tasksSection(title: string, tasks: readonly Task[], { proofs, t, kind }: Printed) {
  const rows = tasks
    .filter((task) => task.kind === kind)
    .map((task) => {
      const proof = proofs.find(({ id }) => id === task.documentId);
      return {
        label: task.name,
        lines: [
          { text: describeOutcome(task, t), tone: "plain" },
          ...(proof
            ? [
                {
                  text: t("certificate.proof", { name: proof.fileName, digest: proof.sha256.slice(0, 16) }),
                  tone: "soft",
                },
              ]
            : []),
        ],
      };
    });
  return { title: t(`certificate.${title}`), article: "", rows, none: t("certificate.none") };
}

function timesSection({ receivedAt, file }: ClockedRequest, t: Translator, instant: (at: number) => string) {
  const times = [
    ["clocks.ours", receivedAt],
    ["kinds.relayed.done", file.relayed?.at],
    ["kinds.instructed.done", file.instructed?.at],
  ] as const;
  const rows = times.flatMap(([key, at]) =>
    at === undefined ? [] : [{ label: t(key), lines: [{ text: instant(at), tone: "plain" }] }],
  );
  return { title: t("certificate.times"), article: "", rows, none: "" };
}

/** Shows what is known of the answer to the person, 12(3). */
function answerSection({ file }: ClockedRequest, printed: Parameters<typeof answerWords>[1]) {
  const { t } = printed;
  const lines = [{ text: answerWords(file, printed), tone: "plain" }];
  return {
    title: t("certificate.answer"),
    article: "",
    rows: [{ label: t("certificate.answerLabel"), lines }],
    none: "",
  };
}

function findProofs(tx: Tx, tasks: readonly Task[]): Promise<Proof[]> {
  const ids = tasks.flatMap(({ documentId }) => documentId ?? []);
  return tx.attachment.findMany({
    where: { id: { in: ids } },
    select: { id: true, fileName: true, sha256: true },
  });
}

async function findIssuer(tx: Tx): Promise<{ name: string; address: string }> {
  const { legalName, address, city } = await tx.organisation.findFirstOrThrow({
    select: { legalName: true, address: true, city: true },
  });
  return { name: legalName, address: [address, city].filter(Boolean).join(", ") };
}
