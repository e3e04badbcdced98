import { ATTACHMENT_NOUNS, ATTACHMENT_SUBJECTS } from "@/lib/domain/attachment/subjects";
import type { Actor } from "@/lib/domain/access/actor";
import { can } from "@/lib/domain/nouns/policy";
import type { FoundGroup, Hit } from "@/lib/domain/search/found";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import type { TermCodes } from "@/lib/platform/database/search";
import type { Tx } from "@/lib/platform/database/transaction";

export type Named = {
  actor: Actor;
  locale: Locale;
  terms: string[];
  /** Codes that each word means: titles of measures are among them. */
  meant: TermCodes;
  most: number;
};
export type NamedFinder = (tx: Tx, asked: Named) => Promise<Hit[]>;

/** Requires every word in a name of few words: these tables are short, and have no document. */
function hasAll(name: Prisma.Sql, terms: readonly string[]): Prisma.Sql {
  const folded = terms.map((term) => Prisma.sql`strpos(fold_text(${name}), ${term}) > 0`);
  return Prisma.join(folded, " AND ", "(", ")");
}

/** A measure has the library's title, in every language, until somebody writes another. */
const findMeasures: NamedFinder = async (tx, { locale, terms, meant, most }) => {
  const name = Prisma.sql`concat_ws(' ', m.reference, m.title)`;
  const coded = terms.map((term) => {
    const ids = (meant[term] ?? []).flatMap((code) => (code.startsWith("measure:") ? code.slice(8) : []));
    return Prisma.sql`(m.id = ANY (${ids}::uuid[]) OR strpos(fold_text(${name}), ${term}) > 0)`;
  });
  const rows = await tx.$queryRaw<
    (Omit<Hit, "path" | "mark"> & { code: string | null; isRetired: boolean })[]
  >`
    SELECT m.id, m.reference, m.title AS name, '' AS aside, m.library_code AS code,
      m.retired_at IS NOT NULL AS "isRetired"
    FROM measure m WHERE ${Prisma.join(coded, " AND ")}
    ORDER BY m.retired_at IS NOT NULL, m.reference LIMIT ${most}`;
  const library = await translator(locale, "measure-library");
  return rows.map(({ code, isRetired, ...row }) => ({
    ...row,
    path: `/measures/${row.id}`,
    mark: isRetired ? "retired" : "",
    name: row.name || (code === null ? "" : library(`entries.${code}.title`)),
  }));
};

const findDossiers: NamedFinder = (tx, { terms, most }) => tx.$queryRaw<Hit[]>`
  SELECT d.id, '/dossiers/' || d.id AS path, '' AS reference, d.recipient AS name, d.as_of AS aside, d.audience AS mark
  FROM dossier d WHERE ${hasAll(Prisma.sql`concat_ws(' ', d.recipient, d.file_name)`, terms)}
  ORDER BY d.requested_at DESC LIMIT ${most}`;

const findContacts: NamedFinder = (tx, { terms, most }) => tx.$queryRaw<Hit[]>`
  SELECT c.id, '/controllers/' || c.controller_id AS path, '' AS reference, c.name, c.controller_name AS aside,
    CASE WHEN c.ended_at IS NULL THEN '' ELSE 'ended' END AS mark
  FROM controller_contact c WHERE ${hasAll(Prisma.sql`concat_ws(' ', c.name, c.email, c.capacity)`, terms)}
  ORDER BY c.ended_at IS NOT NULL, c.name LIMIT ${most}`;

const findNightContacts: NamedFinder = (tx, { terms, most }) => tx.$queryRaw<Hit[]>`
  SELECT n.id, '/controllers/' || n.controller_id || '/night-contacts' AS path, '' AS reference, n.name,
    o.legal_name AS aside, '' AS mark
  FROM night_contact n JOIN controller o ON o.org_id = n.org_id AND o.id = n.controller_id
  WHERE n.ended_at IS NULL AND ${hasAll(Prisma.sql`concat_ws(' ', n.name, n.role, n.email, n.phone)`, terms)}
  ORDER BY n.name LIMIT ${most}`;

const findMembers: NamedFinder = (tx, { terms, most }) => tx.$queryRaw<Hit[]>`
  SELECT m.id, '/members/' || m.id AS path, '' AS reference, m.name, m.email AS aside, '' AS mark
  FROM member m WHERE m.ended_at IS NULL AND ${hasAll(Prisma.sql`concat_ws(' ', m.name, m.email)`, terms)}
  ORDER BY m.name LIMIT ${most}`;

const findInvitations: NamedFinder = (tx, { terms, most }) => tx.$queryRaw<Hit[]>`
  SELECT i.id, '/members' AS path, '' AS reference, i.name, i.email AS aside, '' AS mark
  FROM invitation i WHERE i.accepted_at IS NULL AND i.withdrawn_at IS NULL
    AND ${hasAll(Prisma.sql`concat_ws(' ', i.name, i.email)`, terms)}
  ORDER BY i.name LIMIT ${most}`;

/** Documents that stand, of subjects that the reader may read. */
const findDocuments: NamedFinder = async (tx, { actor, terms, most }) => {
  const nouns = ATTACHMENT_NOUNS.filter((noun) => can(actor, ATTACHMENT_SUBJECTS[noun].read));
  const rows = await tx.$queryRaw<
    { id: string; name: string; noun: (typeof nouns)[number]; subject: string }[]
  >`
    SELECT a.id, a.file_name AS name, a.subject_noun AS noun, a.subject_id AS subject FROM attachment a
    WHERE a.purpose = 'document' AND a.subject_noun = ANY (${nouns}::text[]) AND a.subject_id IS NOT NULL
      AND ${hasAll(Prisma.sql`a.file_name`, terms)}
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

const findImports: NamedFinder = (tx, { terms, most }) => tx.$queryRaw<Hit[]>`
  SELECT r.id, '/records/import/' || r.id AS path, '' AS reference, r.file_name AS name, '' AS aside, '' AS mark
  FROM import_run r WHERE ${hasAll(Prisma.sql`r.file_name`, terms)} ORDER BY r.created_at DESC LIMIT ${most}`;

/** Campaigns, scripts, consultations and collections of consents, by their title or their controller. */
const findTelephone: NamedFinder = (tx, { terms, most }) => tx.$queryRaw<Hit[]>`
  SELECT t.id, t.path, t.reference, t.title AS name, o.legal_name AS aside, t.mark FROM (
    SELECT org_id, controller_id, id, '/telephone/campaigns/' || id AS path, reference, title, created_at, 'campaign' AS mark
    FROM campaign
    UNION ALL SELECT org_id, controller_id, id, '/telephone/scripts/' || id, reference, title, created_at, 'call-script'
    FROM call_script
    UNION ALL
    SELECT org_id, controller_id, id, '/telephone/consultations/' || id, reference, title, created_at, 'consultation'
    FROM consultation
    UNION ALL
    SELECT org_id, controller_id, id, '/telephone/consents/' || id, '', title, recorded_at, 'consent-collection'
    FROM consent_collection
  ) AS t JOIN controller o ON o.org_id = t.org_id AND o.id = t.controller_id
  WHERE ${hasAll(Prisma.sql`concat_ws(' ', t.reference, t.title, o.legal_name)`, terms)}
  ORDER BY t.created_at DESC, t.id LIMIT ${most}`;

const findFeeds: NamedFinder = (tx, { terms, most }) => tx.$queryRaw<Hit[]>`
  SELECT f.id, '/dpo/feeds' AS path, '' AS reference, coalesce(nullif(f.name, ''), nullif(f.title, ''), f.url) AS name,
    f.url AS aside, '' AS mark
  FROM watch_feed f WHERE f.ended_at IS NULL AND ${hasAll(Prisma.sql`concat_ws(' ', f.name, f.title, f.url)`, terms)}
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
