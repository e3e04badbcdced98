import { listObligations } from "@/lib/domain/obligation/list";
import { todayAtHome } from "@/lib/domain/obligation/types";
import { resolveLocale } from "@/lib/i18n/locale";
import { findObligations, visibleNouns } from "@/lib/features/obligation/read/queries";
import { addGrounds } from "@/lib/features/obligation/read/grounds";
import { printCalendar } from "@/lib/features/obligation/print/calendar";
import { networkOf } from "@/lib/platform/auth/device";
import { env } from "@/lib/platform/environment/env";
import type { Device } from "@/lib/platform/request/context";
import { readCalendarToken } from "@/lib/platform/request/calendar-access";
import { countAttempt } from "@/lib/platform/request/rate-limit";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";

const HOUR_MS = 3_600_000;
/** A calendar asks once an hour; several programs of one person share an address. */
const PER_FEED = { tries: 60, windowMs: HOUR_MS };
/** Guesses of one network, among 2^256 tokens. */
const PER_NETWORK = { tries: 300, windowMs: HOUR_MS };

export type Served = { kind: "calendar"; text: string } | { kind: "unknown" } | { kind: "too-many" };

/** The calendar behind a secret address, in its member's language and as far as their role sees; its read is recorded. */
export async function serveFeed(
  token: string,
  { device, now }: { device: Device; now: Date },
): Promise<Served> {
  if (!(await countAttempt(`calendar ${networkOf(device.address)}`, PER_NETWORK, now)))
    return { kind: "too-many" };
  const reader = await readCalendarToken(token);
  if (!reader) return { kind: "unknown" };
  const { feedId, actor, scope, organisation } = reader;
  if (!(await countAttempt(`calendar-feed ${feedId}`, PER_FEED, now))) return { kind: "too-many" };
  const locale = resolveLocale(reader.locale, null);
  const obligations = await withOrg(scope, async (tx) => {
    await recordRead(tx, { feedId, orgId: actor.orgId, device, now });
    const found = await findObligations(tx, { now, locale, nouns: visibleNouns(actor) });
    return addGrounds(tx, found, now);
  });
  const listed = listObligations(obligations, { now: now.getTime() });
  return {
    kind: "calendar",
    text: await printCalendar(listed, { organisation, locale, origin: env().AMANA_URL }),
  };
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
