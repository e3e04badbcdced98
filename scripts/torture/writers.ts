import { setTimeout as sleep } from "node:timers/promises";
import type { StaffCtx } from "@/lib/platform/request/context";
import { done } from "@/lib/domain/outcome/outcome";
import { queueMail } from "@/lib/platform/mail/queue";
import { withoutRight } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { sendPlainForm, type Visitor } from "./plain-form";

/** Acknowledged writes: the version of each controller that its form was answered with, and each letter. */
export type FlowDownTerms = { controllers: Map<string, number>; letters: Set<string>; unanswered: number };

export type Writers = { promises: FlowDownTerms; stop: () => Promise<void> };

/** Starts so many writers through the pages, and one verb that queues letters, until they are stopped. */
export function startWriters(count: number, visitor: Visitor, slug: string, ctx: StaffCtx): Writers {
  const promises: FlowDownTerms = { controllers: new Map(), letters: new Set(), unanswered: 0 };
  let isOver = false;
  const repeat = async (work: () => Promise<void>) => {
    while (!isOver) {
      await work().catch(async () => {
        promises.unanswered += 1;
        await sleep(100);
      });
    }
  };
  const people = Array.from({ length: count }, () => repeat(() => addAndChange(visitor, slug, promises)));
  const letters = repeat(() => queueOne(ctx, promises));
  return {
    promises,
    stop: async () => {
      isOver = true;
      await Promise.all([...people, letters]);
    },
  };
}

let serial = 0;

/** A new controller by its form, then a change of it by its form: each is promised only once its answer is here. */
async function addAndChange(visitor: Visitor, slug: string, { controllers }: FlowDownTerms) {
  serial += 1;
  const list = `/${slug}/controllers`;
  const stated = { legalName: `Orvelle ${serial}`, country: "FR", language: "fr" };
  const id = idIn(await sendPlainForm(visitor, `${list}/new`, stated));
  controllers.set(id, 1);
  const change = { ...stated, address: `${serial} quai de Saône, 69002 Lyon` };
  idIn(await sendPlainForm(visitor, `${list}/${id}/edit`, change));
  controllers.set(id, 2);
}

function idIn(location: string | undefined): string {
  const id = /[0-9a-f-]{36}$/.exec(location ?? "")?.[0];
  if (!id) throw new Error(`A form was answered with ${location ?? "no way on"}.`);
  return id;
}

/** A letter and the entry that tells of it, in one transaction. */
async function queueOne(ctx: StaffCtx, { letters }: FlowDownTerms) {
  const now = new Date();
  const outcome = await write(withoutRight({ ...ctx, now }), async (tx, journal) => {
    const id = await queueMail(
      tx,
      ctx.scope.org,
      {
        template: "trial",
        locale: "fr",
        to: { name: "Hélène Marchetti", address: "contact@orvelle.example" },
        params: { name: "Hélène Marchetti", organisation: "Orvelle" },
      },
      now,
    );
    journal.note({ event: "mail.retried", subject: { noun: "mail", id } });
    return done(id);
  });
  if (outcome.ok) letters.add(outcome.value);
  await sleep(50);
}
