import { exportName } from "@/lib/domain/text/export-name";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { LINE_ANSWERS, sumLines, type LineAnswer, type LineCounts } from "@/lib/domain/choice/list-line";
import { itemAt } from "@/lib/domain/invariant/required";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/platform/database/ids";
import { withOrg } from "@/lib/platform/database/transaction";
import { PageReader } from "@/lib/platform/read/reader";
import type { StaffCtx } from "@/lib/platform/request/context";
import type { Download } from "@/lib/platform/transport/download-route";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { writeAnsweredList } from "@/lib/features/choice/print/answered-list";
import { findCallRules, findMessageRules } from "@/lib/features/choice/read/call-rules";
import { answerLines, askedOn } from "@/lib/features/choice/read/answer-lines";
import { readCountriesOfPersons } from "@/lib/features/choice/read/controller-country";
import { hashFile } from "@/lib/features/choice/read/csv-file";
import { findListLayout, readListLines, type ListLayout } from "@/lib/features/choice/read/list-file";
import { numberCells } from "@/lib/features/choice/read/number-cell";
import { listCheckSchema, type ListCheck, type ListForm } from "@/lib/features/choice/schema";

/** Reads every log of thirty days, in one snapshot. */
const LIMITS = { timeoutMs: 120_000, isSnapshot: true };

/** Answers of a list, one byte a line. */
export type CheckedList = { id: string; layout: ListLayout; codes: Uint8Array; counts: LineCounts };

/** Checks a list and returns it with an answer on each line; what is stored is its hash, the question and the counts. */
export async function exportCheckedList(
  ctx: StaffCtx,
  slug: string,
  { file, language, ...form }: ListForm,
): Promise<Outcome<Download<ReadableStream<Uint8Array>>>> {
  const asked = listCheckSchema.safeParse(form);
  if (!asked.success) {
    const { path, message } = itemAt(asked.error.issues, 0);
    return invalid(String(path[0]), message);
  }
  if (!file || file.size === 0) return invalid("file", "noFile");
  const outcome = await checkList(ctx, file, asked.data);
  if (!outcome.ok) return outcome;
  const { id, layout, codes } = outcome.value;
  const lines = writeAnsweredList(file, layout, {
    answers: answersOf(codes),
    t: await translator(language, "choice"),
  });
  return done({
    fileName: exportName("checked-list", [asked.data.day], "csv"),
    contentType: "text/csv; charset=utf-8",
    body: Readable.toWeb(Readable.from(lines)) as WebStream as ReadableStream<Uint8Array>,
    location: `/${slug}/telephone/choices/check?check=${id}`,
  });
}

/** Answers each line of a list and records the check. */
export async function checkList(
  ctx: StaffCtx,
  file: Blob,
  question: ListCheck,
): Promise<Outcome<CheckedList>> {
  if (!isAuthorised(ctx, "choice.check")) return refuse({ kind: "forbidden" });
  if (question.country !== "" && question.act !== "transfer") return invalid("country", "country");
  const countries = await readCountriesOfPersons(ctx, question.controllerId);
  if (countries === null) return invalid("controllerId", "required");
  const places = { countries, national: question.numberCountry || null };
  const numbers = numberCells(places, { isCountryAside: question.countryColumn === "aside" });
  const rules = await findRules(ctx, question);
  if (rules === "campaign") return invalid("campaignId", "campaign");
  const layout = await findListLayout(file, question.act, numbers);
  if (typeof layout === "string") return invalid("file", layout);
  const sha256 = await hashFile(file);
  const { controllerId } = question;
  const of = {
    org: ctx.scope.org,
    columns: layout.columns,
    prefix: layout.prefix,
    country: layout.country,
    controllerId,
    numbers,
  };
  const asked = askedOn(question, ctx.now.getTime());
  const reader = new PageReader(ctx.scope);
  const answered = await collect(answerLines(reader, readListLines(file, layout), { ...of, asked, rules }));
  // A number that several countries have is asked of once, for the whole file.
  if ((answered.counts.ambiguousNumber ?? 0) > 0) return invalid("numberCountry", "ambiguousNumbers");
  if ((answered.counts.otherCountry ?? 0) > 0 && question.countryColumn === "")
    return invalid("countryColumn", "otherCountry");
  const stated = { ...question, sha256, lineCount: answered.codes.length };
  return recordCheck(ctx, { stated, size: file.size, layout, ...answered });
}

/** Reads the rules of calls, or of the messages of the campaign that is named; "campaign" where it is of no messages of theirs. */
async function findRules(ctx: StaffCtx, { controllerId, act, day, campaignId }: ListCheck) {
  const { scope } = ctx;
  const now = ctx.now.getTime();
  if (act === "telephone")
    return withOrg(scope, (tx) => findCallRules(tx, { org: scope.org, controllerId, day, now }), LIMITS);
  if (act !== "mail" || campaignId === "") return null;
  return (
    (await withOrg(scope, (tx) => findMessageRules(tx, { campaignId, controllerId, day, now }))) ??
    ("campaign" as const)
  );
}

type Answered = Omit<CheckedList, "id"> & {
  stated: ListCheck & { sha256: string; lineCount: number };
  size: number;
};

function recordCheck(
  ctx: Authorised<StaffCtx>,
  { stated, size, layout, codes, counts }: Answered,
): Promise<Outcome<CheckedList>> {
  return write(ctx, async (tx, journal) => {
    const controller = await tx.controller.findFirst({
      where: { id: stated.controllerId, mergedIntoId: null },
      select: { legalName: true },
    });
    if (!controller) return invalid("controllerId", "required");
    const id = newId(ctx.now);
    const { countryColumn, ...asked } = stated;
    const named = {
      ...asked,
      campaignId: stated.campaignId || null,
      numberCountry: stated.numberCountry || null,
    };
    await tx.choiceCheck.create({ data: { ...recordedBy(ctx), ...named, id, size, answers: counts } });
    const { allowed, refused, unknown, faulty } = sumLines(counts);
    journal.note({
      event: "choice.list-checked",
      subject: { noun: "choice", id, label: controller.legalName },
      after: {
        ...named,
        countryColumn: countryColumn || null,
        allowedCount: allowed,
        refusedCount: refused,
        unknownCount: unknown,
        faultyCount: faulty,
      },
    });
    return done({ id, layout, codes, counts });
  });
}

async function collect(batches: AsyncIterable<LineAnswer[]>) {
  const pieces: Uint8Array[] = [];
  const counts: LineCounts = {};
  for await (const batch of batches) {
    pieces.push(Uint8Array.from(batch, (answer) => LINE_ANSWERS.indexOf(answer)));
    for (const answer of batch) counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return { codes: new Uint8Array(Buffer.concat(pieces)), counts };
}

function* answersOf(codes: Uint8Array): Generator<LineAnswer> {
  for (const code of codes) yield itemAt(LINE_ANSWERS, code);
}
