import { ATTACHMENT_NOUNS, ATTACHMENT_SUBJECTS } from "@/lib/domain/attachment/subjects";
import type { Actor } from "@/lib/domain/access/actor";
import { can } from "@/lib/domain/nouns/policy";
import type { FoundGroup } from "@/lib/domain/search/found";
import type { SearchUnit } from "@/lib/domain/search/units";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Row } from "./find-documents";

export type Named = {
  actor: Actor;
  locale: Locale;
  units: readonly SearchUnit[];
  most: number;
};
/** A row by its name; how likely it is meant is told from that. */
export type NamedRow = Omit<Row, "tier">;
export type NamedFinder = (tx: Tx, asked: Named) => Promise<NamedRow[]>;

/** Requires every unit in a name of few words, or that it means the noun: these tables are short, and have no document. */
function hasAll(name: Prisma.Sql, units: readonly SearchUnit[], ...nouns: readonly string[]): Prisma.Sql {
  const asked = units
    .filter(({ codes }) => !nouns.some((noun) => codes.includes(`noun:${noun}`)))
    .map((unit) => Prisma.sql`search_says(${name}, ${JSON.stringify(unit)}::jsonb)`);
  return Prisma.join([Prisma.sql`true`, ...asked], " AND ", "(", ")");
}

/** A measure has the library's title, in every language, until somebody writes another. */
const findMeasures: NamedFinder = async (tx, { locale, units, most }) => {
  const name = Prisma.sql`concat_ws(' ', m.reference, m.title, m.description)`;
  const coded = units
    .filter(({ codes }) => !codes.includes("noun:measure"))
    .map((unit) => {
      const ids = unit.codes.flatMap((code) => (code.startsWith("measure:") ? code.slice(8) : []));
      return Prisma.sql`(m.id = ANY (${ids}::uuid[]) OR search_says(${name}, ${JSON.stringify(unit)}::jsonb))`;
    });
  const rows = await tx.$queryRaw<
    (Omit<NamedRow, "path" | "mark"> & { code: string | null; isRetired: boolean })[]
  >`
    SELECT m.id, m.reference, m.title AS name, '' AS aside, m.library_code AS code,
      m.retired_at IS NOT NULL AS "isRetired"
    FROM measure m WHERE ${Prisma.join([Prisma.sql`true`, ...coded], " AND ")}
    ORDER BY m.retired_at IS NOT NULL, m.reference LIMIT ${most}`;
  const library = await translator(locale, "measure-library");
  return rows.map(({ code, isRetired, ...row }) => ({
    ...row,
    path: `/measures/${row.id}`,
    mark: isRetired ? "retired" : "",
    name: row.name || (code === null ? "" : library(`entries.${code}.title`)),
  }));
};

const findDossiers: NamedFinder = (tx, { units, most }) => tx.$queryRaw<NamedRow[]>`
  SELECT d.id, '/dossiers/' || d.id AS path, '' AS reference, d.recipient AS name, d.as_of AS aside, d.audience AS mark
  FROM dossier d WHERE ${hasAll(Prisma.sql`concat_ws(' ', d.recipient, d.file_name)`, units, "dossier")}
  ORDER BY d.requested_at DESC LIMIT ${most}`;

const findContacts: NamedFinder = (tx, { units, most }) => tx.$queryRaw<NamedRow[]>`
  SELECT c.id, '/controllers/' || c.controller_id AS path, '' AS reference, c.name, c.controller_name AS aside,
    CASE WHEN c.ended_at IS NULL THEN '' ELSE 'ended' END AS mark
  FROM controller_contact c WHERE ${hasAll(Prisma.sql`concat_ws(' ', c.name, c.email, c.capacity)`, units, "contact")}
  ORDER BY c.ended_at IS NOT NULL, c.name LIMIT ${most}`;

const findNightContacts: NamedFinder = (tx, { units, most }) => tx.$queryRaw<NamedRow[]>`
  SELECT n.id, '/controllers/' || n.controller_id || '/night-contacts' AS path, '' AS reference, n.name,
    o.legal_name AS aside, '' AS mark
  FROM night_contact n JOIN controller o ON o.org_id = n.org_id AND o.id = n.controller_id
  WHERE n.ended_at IS NULL AND ${hasAll(Prisma.sql`concat_ws(' ', n.name, n.role, n.email, n.phone)`, units, "night-contact")}
  ORDER BY n.name LIMIT ${most}`;

const findMembers: NamedFinder = (tx, { units, most }) => tx.$queryRaw<NamedRow[]>`
  SELECT m.id, '/members/' || m.id AS path, '' AS reference, m.name, m.email AS aside, '' AS mark
  FROM member m WHERE m.ended_at IS NULL AND ${hasAll(Prisma.sql`concat_ws(' ', m.name, m.email)`, units, "member")}
  ORDER BY m.name LIMIT ${most}`;

const findInvitations: NamedFinder = (tx, { units, most }) => tx.$queryRaw<NamedRow[]>`
  SELECT i.id, '/members' AS path, '' AS reference, i.name, i.email AS aside, '' AS mark
  FROM invitation i WHERE i.accepted_at IS NULL AND i.withdrawn_at IS NULL
    AND ${hasAll(Prisma.sql`concat_ws(' ', i.name, i.email)`, units, "invitation")}
  ORDER BY i.name LIMIT ${most}`;

/** Documents that stand, of subjects that the reader may read. */
const findDocuments: NamedFinder = async (tx, { actor, units, most }) => {
  const nouns = ATTACHMENT_NOUNS.filter((noun) => can(actor, ATTACHMENT_SUBJECTS[noun].read));
  const rows = await tx.$queryRaw<
    { id: string; name: string; noun: (typeof nouns)[number]; subject: string }[]
  >`
    SELECT a.id, a.file_name AS name, a.subject_noun AS noun, a.subject_id AS subject FROM attachment a
    WHERE a.purpose = 'document' AND a.subject_noun = ANY (${nouns}::text[]) AND a.subject_id IS NOT NULL
      AND ${hasAll(Prisma.sql`a.file_name`, units, "attachment")}
      AND NOT EXISTS (SELECT FROM attachment_withdrawal w WHERE w.attachment_id = a.id)
    ORDER BY a.stored_at DESC, a.id LIMIT ${most}`;
  return rows.map(({ id, name, noun, subject }) => ({
    id,
    path: `/${ATTACHMENT_SUBJECTS[noun].segment}/${subject}`,
    reference: "",
    name,
    aside: "",
    mark: "",
  }));
};

const findImports: NamedFinder = (tx, { units, most }) => tx.$queryRaw<NamedRow[]>`
  SELECT r.id, '/records/import/' || r.id AS path, '' AS reference, r.file_name AS name, '' AS aside, '' AS mark
  FROM import_run r WHERE ${hasAll(Prisma.sql`r.file_name`, units, "import")} ORDER BY r.created_at DESC LIMIT ${most}`;

/** A campaign's own numbers are no words: a search of a number looks for a person. */
const WITHOUT_NUMBERS = Prisma.sql`regexp_replace(search_texts(content), '[+0-9][0-9 .]{7,}', ' ', 'g')`;

/** Campaigns, scripts, consultations and collections of consents, by their title, their words or their controller. */
const findTelephone: NamedFinder = (tx, { units, most }) => {
  const asked = units.map((unit) => {
    const nouns = unit.codes.flatMap((code) => (code.startsWith("noun:") ? code.slice(5) : []));
    return Prisma.sql`(t.mark = ANY (${nouns}::text[])
      OR search_says(concat_ws(' ', t.reference, t.title, o.legal_name, t.said), ${JSON.stringify(unit)}::jsonb))`;
  });
  return tx.$queryRaw<NamedRow[]>`
    SELECT t.id, t.path, t.reference, t.title AS name, o.legal_name AS aside, t.mark FROM (
      SELECT org_id, controller_id, id, '/telephone/campaigns/' || id AS path, reference, title, created_at, 'campaign' AS mark,
        ${WITHOUT_NUMBERS} AS said
      FROM campaign
      UNION ALL SELECT org_id, controller_id, id, '/telephone/scripts/' || id, reference, title, created_at, 'call-script', text
      FROM call_script
      UNION ALL SELECT org_id, controller_id, id, '/telephone/consultations/' || id, reference, title, created_at,
        'consultation', ${WITHOUT_NUMBERS}
      FROM consultation
      UNION ALL
      SELECT org_id, controller_id, id, '/telephone/consents/' || id, '', title, recorded_at, 'consent-collection', ''
      FROM consent_collection
    ) AS t JOIN controller o ON o.org_id = t.org_id AND o.id = t.controller_id
    WHERE ${Prisma.join(asked, " AND ")}
    ORDER BY t.created_at DESC, t.id LIMIT ${most}`;
};

const findFeeds: NamedFinder = (tx, { units, most }) => tx.$queryRaw<NamedRow[]>`
  SELECT f.id, '/dpo/feeds' AS path, '' AS reference, coalesce(nullif(f.name, ''), nullif(f.title, ''), f.url) AS name,
    f.url AS aside, '' AS mark
  FROM watch_feed f WHERE f.ended_at IS NULL AND ${hasAll(Prisma.sql`concat_ws(' ', f.name, f.title, f.url)`, units, "watch-feed")}
  ORDER BY f.created_at LIMIT ${most}`;

/** Groups whose nouns are found by their name alone. */
export const NAMED_FINDERS = {
  measures: findMeasures,
  telephone: findTelephone,
  feeds: findFeeds,
  dossiers: findDossiers,
  contacts: findContacts,
  nightContacts: findNightContacts,
  members: findMembers,
  invitations: findInvitations,
  documents: findDocuments,
  imports: findImports,
} as const satisfies Partial<Record<FoundGroup, NamedFinder>>;
