import {
  countedHolidays,
  LAST_ANNOUNCEMENTS,
  type LastAnnouncement,
} from "@/lib/platform/announced-holidays";
import { periodReader, type StoredPeriod } from "@/lib/domain/authorisation/read-request";
import { authorisationStatusAt as authorisationAt } from "@/lib/domain/authorisation/request-status";
import type { Exemption } from "@/lib/domain/organisation/representative";
import { filingSchema, siteSchema, toolSchema } from "@/lib/domain/organisation/profile";
import type { Filing, Site, Tool } from "@/lib/domain/organisation/profile";
import { organisationSnapshotSchema } from "@/lib/domain/organisation/snapshot";
import type { Currency } from "@/lib/domain/organisation/turnover";
import type { GdprBinding } from "@/lib/domain/organisation/types";
import type { Prisma } from "@/lib/generated/prisma/client";
import { canSend } from "@/lib/platform/mail/transport";
import type { PageReader } from "@/lib/platform/read/reader";
import { countRegister, type RegisterCounts } from "@/lib/platform/read/register-counts";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";

export const organisationSelect = {
  id: true,
  slug: true,
  legalName: true,
  ice: true,
  address: true,
  city: true,
  country: true,
  email: true,
  phone: true,
  dpoName: true,
  dpoEmail: true,
  dpoPhone: true,
  hasNoDpo: true,
  euRepresentative: true,
  euRepresentativeContact: true,
  euRepresentativeCountry: true,
  euRepresentativeMandateOn: true,
  euRepresentativeExemption: true,
  euRepresentativeReason: true,
  gdprBinding: true,
  siteCountries: true,
  sites: true,
  tools: true,
  cndpFilings: true,
  dataTikaReference: true,
  dataTikaFrom: true,
  dataTikaUntil: true,
  turnoverAmount: true,
  turnoverCurrency: true,
  turnoverRate: true,
  turnoverRateOn: true,
  turnoverYearEnd: true,
  breachNoticeHours: true,
  ownDomains: true,
  logoId: true,
  version: true,
} satisfies Prisma.OrganisationSelect;

/** Columns that a contact may read. */
const {
  euRepresentativeMandateOn: _mandateOn,
  sites: _sites,
  tools: _tools,
  cndpFilings: _filings,
  dataTikaReference: _reference,
  dataTikaFrom: _from,
  dataTikaUntil: _until,
  turnoverAmount: _amount,
  turnoverCurrency: _currency,
  turnoverRate: _rate,
  turnoverRateOn: _rateOn,
  turnoverYearEnd: _yearEnd,
  breachNoticeHours: _breachNoticeHours,
  ownDomains: _ownDomains,
  ...profileSelect
} = organisationSelect;

type Stored = Prisma.OrganisationGetPayload<{ select: typeof organisationSelect }>;

/** Stored row in the schema's shapes. */
export type OrganisationRow = Omit<Stored, "sites" | "tools" | "cndpFilings" | "ownDomains"> & {
  gdprBinding: GdprBinding;
  euRepresentativeExemption: Exemption | "";
  turnoverCurrency: Currency;
  sites: Site[];
  tools: Tool[];
  cndpFilings: Filing[];
  /** Domains that it owns beyond those of its addresses, one on each line; "" where none are stated. */
  ownDomains: string;
};

export async function findOrganisation(tx: Tx): Promise<OrganisationRow> {
  return readOrganisation(await tx.organisation.findFirstOrThrow({ select: organisationSelect }));
}

/** Profile at an instant; before the first version, the first one. */
export async function findOrganisationProfile(tx: Tx, at: Date | null) {
  if (!at) return tx.organisation.findFirstOrThrow({ select: profileSelect });
  const version =
    (await tx.organisationVersion.findFirst({ where: versionsAt(at), select: { snapshot: true } })) ??
    (await tx.organisationVersion.findFirstOrThrow({
      orderBy: { version: "asc" },
      select: { snapshot: true },
    }));
  return organisationSnapshotSchema.parse(version.snapshot);
}

/** Parses a stored row with the schema that wrote it. */
export function readOrganisation(row: Stored): OrganisationRow {
  return {
    ...row,
    gdprBinding: row.gdprBinding as GdprBinding,
    euRepresentativeExemption: row.euRepresentativeExemption as Exemption | "",
    turnoverCurrency: row.turnoverCurrency as Currency,
    sites: siteSchema.array().parse(row.sites),
    tools: toolSchema.array().parse(row.tools),
    cndpFilings: filingSchema.array().parse(row.cndpFilings),
    ownDomains: row.ownDomains ?? "",
  };
}

/** Excludes the bytes, which have an address of their own. */
export function findLogo(tx: Tx, id: string | null) {
  if (id === null) return null;
  return tx.attachment.findFirst({
    where: { id },
    select: { id: true, fileName: true, contentType: true, size: true, width: true, height: true },
  });
}

/** Returns one extra row, which the oldest shown is compared with. */
export function findVersions(tx: Tx, count: number) {
  return tx.organisationVersion.findMany({
    orderBy: { version: "desc" },
    take: count + 1,
    select: { version: true, recordedAt: true, authorName: true, snapshot: true },
  });
}

/** Counts of the navigation, at most 1,001, and whether any row is of the example. */
export type NavCounts = Pick<
  RegisterCounts,
  "records" | "ownRecords" | "controllers" | "subProcessors" | "threads"
> &
  Open & {
    /** Answers due from controllers on sub-processors. */
    awaited: number;
  };

type Open = {
  /** Unsent letters; with a mail server, those older than a minute. */
  waitingLetters: number;
  /** Letters refused, abandoned or returned within 14 days. */
  failedLetters: number;
  isExample: boolean;
};

const MINUTE_MS = 60_000;
const FORTNIGHT_MS = 14 * 24 * 60 * MINUTE_MS;

/** Runs in parallel, since every page of the console waits for it. */
export async function countNavItems(reader: PageReader, now: Date): Promise<NavCounts> {
  const [register, { asked, announced, ...open }] = await Promise.all([
    countRegister(reader),
    findOpen(reader, now),
  ]);
  const { records, ownRecords, controllers, subProcessors, threads } = register;
  const holidays = countedHolidays(announced);
  const counts = { records, ownRecords, controllers, subProcessors, threads };
  return {
    ...counts,
    ...open,
    awaited: countAwaited(
      asked.map((row) => ({ ...row, announced: holidays })),
      now,
    ),
  };
}

/** Requests that wait for an answer, and the holidays that their periods count. */
type Asked = { asked: Omit<StoredPeriod, "announced">[]; announced: LastAnnouncement[] };

/** Never cached: letters leave and contracts expire without a journal entry. */
async function findOpen(reader: PageReader, now: Date) {
  const waitingSince = new Date(now.getTime() - (canSend() ? MINUTE_MS : 0));
  const failedSince = new Date(now.getTime() - FORTNIGHT_MS);
  const [open] = await reader.$queryRaw<[Open & Asked]>`
    SELECT
      (SELECT coalesce(json_agg(json_build_object('regime', regime, 'state', state, 'days', days, 'zone', zone,
        'seatCountry', seat_country, 'seatAddress', seat_address, 'sentAt', sent_at, 'receivedAt', received_at,
        'silenceAddress', silence_address, 'silenceProvenAt', silence_proven_at,
        'contract', json_build_object('bindsUntil', binds_until))), '[]')
        FROM (SELECT a.*, k.binds_until FROM authorisation a
          LEFT JOIN contract k ON k.org_id = a.org_id AND k.id = a.contract_id
          JOIN controller c ON c.org_id = a.org_id AND c.id = a.controller_id AND c.archived_at IS NULL
          JOIN sub_processor s ON s.org_id = a.org_id AND s.id = a.sub_processor_id AND s.state = 'listed'
          WHERE a.state IN ('submitted', 'notified') LIMIT 1001) AS a) AS "asked",
      (SELECT coalesce(json_agg(to_json(h)), '[]') FROM (${LAST_ANNOUNCEMENTS}) AS h) AS "announced",
      (SELECT count(*)::int FROM (SELECT FROM outbox_mail
        WHERE state IN ('queued', 'sending') AND (attempts > 0 OR created_at <= ${waitingSince}) LIMIT 1001) AS m) AS "waitingLetters",
      (SELECT count(*)::int FROM (SELECT FROM outbox_mail
        WHERE state IN ('refused', 'given-up', 'bounced') AND closed_at > ${failedSince} LIMIT 1001) AS m) AS "failedLetters",
      EXISTS (SELECT FROM example_row) AS "isExample"`;
  return open;
}

/** Sent and undecided, unless a period has decided. */
function countAwaited(asked: readonly StoredPeriod[], now: Date): number {
  const read = periodReader();
  return asked.filter((row) => authorisationAt(read(row), now.getTime()).waits !== null).length;
}
