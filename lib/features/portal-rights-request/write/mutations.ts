import { coversSchema } from "@/lib/domain/instruction/content";
import { conflict, done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { FactKind, FactValue } from "@/lib/domain/rights-request/facts";
import { earliestReceipt } from "@/lib/domain/rights-request/file";
import { decide } from "@/lib/domain/rights-request/lifecycle";
import { instantAt, todayIn } from "@/lib/domain/time/zones";
import { enterInstruction } from "@/lib/features/instruction/write/mutations";
import { openOwnSeries } from "@/lib/features/portal-instruction/write/mutations";
import {
  clocksOf,
  findOwnController,
  findRelayed,
  type Relayed,
} from "@/lib/features/portal-rights-request/read/queries";
import { isInstruction, type RightsAnswer } from "@/lib/features/portal-rights-request/schema";
import { appendFacts, lockRequest } from "@/lib/features/rights-request/write/rows";
import { isLocale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { isProcessorsOwn } from "@/lib/platform/access/own-people";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Tx } from "@/lib/platform/database/transaction";
import { findStewards } from "@/lib/platform/mail/stewards";
import type { ContactCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { notifyStewards } from "./letters";

/** Answers a request for the controller: an answer to act is an instruction of its ledger, article 28(3)(a). */
export async function answerRequest(ctx: ContactCtx, input: RightsAnswer): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "rights-request.answer")) return refuse({ kind: "forbidden" });
  if (await isProcessorsOwn(ctx)) return invalid("", "processorsOwn");
  const stewards = await findStewards(ctx.scope.org);
  return write(ctx, async (tx, journal) => {
    await lockRequest(tx, input.id);
    const [relayed] = await findRelayed(tx, { id: input.id });
    if (!relayed) return refuse({ kind: "not-found" });
    const { row, file, facts } = relayed;
    const last = facts.at(-1);
    if (row.version !== input.version)
      return conflict(
        { state: row.state },
        row.version,
        last && { authorName: last.authorName, recordedAt: new Date(last.recordedAt) },
      );
    const kind: FactKind = isInstruction(input.answer) ? "instructed" : input.answer;
    const decision = decide(file, kind);
    if (!decision.ok) return invalid("answer", `rights-request.${decision.key}`);
    const value = await valueOf({ tx, ctx, journal }, relayed, input);
    if (!value.ok) return value;
    const at = instantOf(input, ctx.now.getTime());
    if (at > ctx.now.getTime()) return invalid("answeredOn", "dateAhead");
    if (input.answer === "answered" && at + MINUTE_MS <= earliestReceipt(row.receivedAt.getTime(), file))
      return invalid("answeredOn", "rights-request.answerBeforeReceipt");
    await appendFacts({ tx, ctx, journal }, row, [{ kind, value: value.value, at }], file);
    const seat = await findOwnController(tx, ctx.actor.controllerId);
    await notifyStewards(tx, ctx, stewards, {
      id: row.id,
      reference: row.reference,
      controller: seat.legalName,
      act:
        input.answer === "extension-announced" && isTooLate(relayed, seat, at)
          ? "extension-without-effect"
          : input.answer,
    });
    return done({ id: row.id });
  });
}

/** True where every period has run out of its first month: an extension announced then moves no end, 12(3). */
function isTooLate(relayed: Relayed, seat: Parameters<typeof clocksOf>[1], at: number): boolean {
  const file: Relayed["file"] = { ...relayed.file, announcedAt: relayed.file.announcedAt ?? at };
  const clocks = clocksOf({ ...relayed, file }, seat);
  return clocks.length > 0 && clocks.every(({ extension }) => extension.status === "late");
}

/** A form types no seconds: what happens within the minute of a receipt is not before it. */
const MINUTE_MS = 60_000;

/** Instant of the fact: of an answer to the person the one stated, else now. */
function instantOf({ answer, answeredOn, answeredTime, zone }: RightsAnswer, now: number): number {
  return answer === "answered" && answeredOn !== null && answeredTime !== null
    ? instantAt(zone, answeredOn, answeredTime)
    : now;
}

type Unit = { tx: Tx; ctx: ContactCtx; journal: JournalDraft };

async function valueOf(unit: Unit, relayed: Relayed, input: RightsAnswer): Promise<Outcome<FactValue>> {
  const { answer } = input;
  if (answer === "answered")
    return done({
      answeredBy: "controller",
      answerMeans: input.means ?? undefined,
      answer: input.told ?? undefined,
    });
  if (answer === "refused") return done({ ground: input.ground ?? undefined });
  if (!isInstruction(answer)) return done({});
  const instruction = await instruct(unit, relayed, { ...input, answer });
  return instruction.ok ? done({ decision: answer, instructionId: instruction.value.id }) : instruction;
}

type Instructing = RightsAnswer & { answer: "execute" | "execute-and-answer" };

/** Enters the answer in the ledger, in the controller's language: the request by its reference, the person by nothing. */
async function instruct({ tx, ctx, journal }: Unit, { row }: Relayed, { answer, note, power }: Instructing) {
  const { contactId, controllerId, name } = ctx.actor;
  const { language } = await findOwnController(tx, controllerId);
  const t = await translator(isLocale(language) ? language : "fr", "rights-request");
  const rights = row.rights.map((right) => t(`rights.${right}`)).join(", ");
  const text = t("portal.instruction", {
    reference: row.reference,
    rights,
    decision: t(`decisions.${answer}`),
  });
  return enterInstruction(
    { tx, ctx, journal },
    {
      controllerId,
      contactId,
      content: {
        text: note === "" ? text : `${text}\n${note}`,
        kind: "rights-request",
        authorName: name,
        authorPower: power,
        channel: "portal",
        receivedAt: ctx.now,
        effectiveOn: todayIn("Africa/Casablanca", ctx.now.getTime()),
        transferEffect: "none",
        transferText: "",
        recordIds: [],
        supersedesId: null,
        covers: coversSchema.parse({}),
      },
      openSeries: (within: Tx) => openOwnSeries(within, ctx),
    },
  );
}
