import { listObligations, VIEW_HORIZONS } from "@/lib/domain/obligation/list";
import { todayAtHome } from "@/lib/domain/obligation/types";
import { visibleViews } from "@/lib/domain/saved-view/saved-view";
import { resolveLocale } from "@/lib/i18n/locale";
import { readAssignments } from "@/lib/features/assignment/read/lines";
import { findObligations, visibleNouns } from "@/lib/features/obligation/read/queries";
import { addGrounds } from "@/lib/features/obligation/read/grounds";
import { printCalendar } from "@/lib/features/obligation/print/calendar";
import { printDatesCsv } from "@/lib/features/obligation/print/dates-csv";
import { type FeedQuery, obligationQuerySchema } from "@/lib/features/obligation/schema";
import { findView } from "@/lib/features/saved-view/read/queries";
import { networkOf } from "@/lib/platform/auth/device";
import { env } from "@/lib/platform/environment/env";
import type { Device } from "@/lib/platform/request/context";
import { readCalendarToken } from "@/lib/platform/request/calendar-access";
import { countAttempt } from "@/lib/platform/request/rate-limit";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import type { CalendarReader } from "@/lib/platform/request/calendar-access";

const HOUR_MS = 3_600_000;
/** A calendar asks once an hour; several programs of one person share an address. */
const PER_FEED = { tries: 60, windowMs: HOUR_MS };
/** Guesses of one network, among 2^256 tokens. */
const PER_NETWORK = { tries: 300, windowMs: HOUR_MS };

export type Served = { kind: FeedQuery["as"]; text: string } | { kind: "unknown" } | { kind: "too-many" };

type Asked = { device: Device; now: Date; query: FeedQuery };

/**
 * The dates behind a secret address, in its member's language and as far as their role sees, those of one saved view where the
 * address names it; its read is recorded. A view that is gone, or that the member is not shown, is answered like an unknown address.
 */
export async function serveFeed(token: string, { device, now, query }: Asked): Promise<Served> {
  if (!(await countAttempt(`calendar ${networkOf(device.address)}`, PER_NETWORK, now)))
    return { kind: "too-many" };
  const reader = await readCalendarToken(token);
  if (!reader) return { kind: "unknown" };
  const { feedId, actor, scope, organisation } = reader;
  if (!(await countAttempt(`calendar-feed ${feedId}`, PER_FEED, now))) return { kind: "too-many" };
  const locale = resolveLocale(reader.locale, null);
  const filters = query.view === "" ? null : await findFilters(reader, query.view);
  if (filters === undefined) return { kind: "unknown" };
  const obligations = await withOrg(scope, async (tx) => {
    await recordRead(tx, { feedId, orgId: actor.orgId, device, now });
    const found = await findObligations(tx, { now, locale, nouns: visibleNouns(actor) });
    return addGrounds(tx, found, now);
  });
  const { noun = "", controller = "", view, whose = "" } = filters ?? {};
  const filter = {
    noun: noun || undefined,
    controllerId: controller || undefined,
    ...(view && { horizons: VIEW_HORIZONS[view] }),
  };
  const listed = listObligations(obligations, { now: now.getTime(), filter });
  const book = whose === "" ? null : await readAssignments({ actor, scope, now }, obligations);
  const keeps = book?.filter(whose, actor.memberId) ?? (() => true);
  const printed = { organisation, locale, origin: env().AMANA_URL };
  const print = query.as === "csv" ? printDatesCsv : printCalendar;
  return { kind: query.as, text: await print(listed.filter(keeps), printed) };
}

/** Filters of a view of dates that the member is shown; undefined where there is none. */
async function findFilters({ scope, actor }: CalendarReader, id: string) {
  const view = await withOrg(scope, (tx) => findView(tx, id));
  const [shown] = view?.list === "obligations" ? visibleViews([view], actor.memberId) : [];
  return shown && obligationQuerySchema.parse(Object.fromEntries(new URLSearchParams(shown.query)));
}

type Read = { feedId: string; orgId: string; device: Device; now: Date };

async function recordRead(tx: Tx, { feedId, orgId, device, now }: Read): Promise<void> {
  const day = todayAtHome(now.getTime());
  await tx.$executeRaw`
    INSERT INTO calendar_feed_read AS r (feed_id, org_id, day, address, user_agent, first_at, last_at)
    VALUES (${feedId}::uuid, ${orgId}::uuid, ${day}, ${device.address}, ${device.userAgent}, ${now}, ${now})
    ON CONFLICT (feed_id, day, address, user_agent)
    DO UPDATE SET count = r.count + 1, last_at = excluded.last_at`;
}
