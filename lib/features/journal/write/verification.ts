import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { todayIn } from "@/lib/domain/time/zones";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import { resolveLocale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { withOrg } from "@/lib/platform/database/transaction";
import { env } from "@/lib/platform/environment/env";
import { CURRENT_TABLES } from "@/lib/platform/journal/current-tables";
import { EVIDENCE_TABLES } from "@/lib/platform/journal/evidence-tables";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { log } from "@/lib/platform/log/log";
import { queueMail, type Letter } from "@/lib/platform/mail/queue";
import { findStewards, type Steward } from "@/lib/platform/mail/stewards";
import type { Ctx } from "@/lib/platform/request/context";
import { type Authorised, isAuthorised, withoutRight } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { nounOfTable } from "./noun-of-table";

/** Rows that are not as the journal binds them, by table; only tables that have some. */
export type DisputedRows = Readonly<Record<string, number>>;

const TABLES: readonly string[] = [...CURRENT_TABLES, ...EVIDENCE_TABLES].map(({ name }) => name);
/** Milliseconds for one table: rows are digested again at some thousands a second. */
const PATIENCE_MS = 240_000;

/**
 * Compares every row of the organisation with its last line, and tells owners and DPO once a day while some do not agree.
 * Rows that were taken away, and lines that were rewritten with theirs, are found by `journal:verify` alone.
 */
export async function verifyRows(ctx: Ctx, signal?: AbortSignal): Promise<Outcome<DisputedRows>> {
  if (!isAuthorised(ctx, "journal.verify")) return refuse({ kind: "forbidden" });
  const disputed: Record<string, number> = {};
  for (const table of TABLES) {
    if (signal?.aborted) return done({});
    const count = await countDisputed(ctx, table);
    if (count > 0) disputed[table] = count;
  }
  if (Object.keys(disputed).length === 0) return done({});
  return tellOfDisputed(ctx, disputed);
}

/** Tells owners and DPO, once a day, that rows do not agree: found by the night's comparison or where they were to leave. */
export function tellOfDisputed(ctx: Authorised, disputed: DisputedRows): Promise<Outcome<DisputedRows>> {
  log.error({ disputed }, "rows do not agree with the journal");
  return tell(ctx, disputed);
}

/**
 * Tells the same of rows that a file holds as it leaves. By a job, for whoever takes it may be a contact, who writes to nobody
 * of the organisation. Does nothing where all agree.
 */
export async function tellOfLeaving({ scope, now }: Ctx, disputed: DisputedRows): Promise<void> {
  if (Object.keys(disputed).length > 0)
    await tellOfDisputed(withoutRight(jobContext("journal-verification", scope.org, now)), disputed);
}

async function countDisputed({ scope }: Ctx, table: string): Promise<number> {
  return withOrg(
    scope,
    async (tx) => {
      const [row] = await tx.$queryRaw<{ count: bigint }[]>`SELECT rows_disagreeing_in(${table}) AS count`;
      return Number(row?.count ?? 0);
    },
    { timeoutMs: PATIENCE_MS },
  );
}

async function tell(ctx: Authorised, disputed: DisputedRows): Promise<Outcome<DisputedRows>> {
  const { org } = ctx.scope;
  const stewards = await findStewards(org);
  return write(ctx, async (tx, journal) => {
    const { slug, legalName } = await tx.organisation.findUniqueOrThrow({
      where: { id: org },
      select: { slug: true, legalName: true },
    });
    for (const steward of stewards)
      await queueMail(tx, org, await letterOf(ctx, steward, { slug, legalName, disputed }), ctx.now);
    journal.note({ event: "journal.disputed", subject: { noun: "journal", id: null }, after: { disputed } });
    return done(disputed);
  });
}

type Told = { slug: string; legalName: string; disputed: DisputedRows };

async function letterOf({ now }: Ctx, steward: Steward, told: Told): Promise<Letter> {
  const { slug, legalName, disputed } = told;
  const day = todayIn("Africa/Casablanca", now.getTime());
  const locale = resolveLocale(steward.locale, null);
  const t = await translator(locale, "journal");
  const nouns = new Map<string, number>();
  for (const [table, count] of Object.entries(disputed)) {
    const noun = nounOfTable(table);
    nouns.set(noun, (nouns.get(noun) ?? 0) + count);
  }
  const counts = [...nouns].map(([noun, count]) => {
    const name = `nouns.${noun}`;
    return `${t(t.has(name) ? name : "nouns.journal")} (${formatNumber(count, locale)})`;
  });
  return {
    template: "journal-disputed",
    locale,
    to: { name: steward.name, address: steward.email },
    params: {
      name: steward.name,
      issuer: legalName,
      day: formatDay(day, locale, { long: true }),
      count: String(Object.values(disputed).reduce((sum, count) => sum + count, 0)),
      list: new Intl.ListFormat(locale).format(counts),
    },
    link: `${env().AMANA_URL}/${slug}/journal`,
    dedupeKey: `journal-disputed:${day}:${steward.email.toLowerCase()}`,
  };
}
