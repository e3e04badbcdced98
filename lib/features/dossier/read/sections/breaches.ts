import type { JsonValue } from "@/lib/domain/journal/canonical";
import { controllerAwareAt, provenAwareAt, safeAwareAt, unprovenOpeningAt } from "@/lib/domain/breach/clocks";
import { noticeVerdict } from "@/lib/domain/breach/deadlines";
import { foldBreach, judgementOf, type BreachFile, type Place } from "@/lib/domain/breach/file";
import { authorityAnswerOf, earliestAwareness } from "@/lib/domain/breach/own-notification";
import { rectificationOf, type Rectification } from "@/lib/domain/breach/rectification";
import { todayIn } from "@/lib/domain/time/zones";
import { clientTitle } from "@/lib/features/breach/read/client-titles";
import { findOwnNotifications } from "@/lib/features/breach/read/own-notifications";
import { findToldHistories } from "@/lib/features/breach/read/told-histories";
import { ownThresholdReader } from "@/lib/features/breach/read/own-threshold";
import {
  findControllers,
  findFacts,
  findFirstAwareness,
  findFirstProven,
  findInformed,
  findTerms,
} from "@/lib/features/breach/read/queries";
import { findForeignNameFinder } from "@/lib/features/party-names/read/foreign";
import {
  isChosen,
  type DossierWords,
  type SectionQuery,
  defineSection,
} from "@/lib/features/dossier/read/section";
import {
  accountCells,
  accountOfFile,
  accountOfNotices,
  describeTold,
  toldData,
  withoutNames,
} from "./breach-account";
import { describeAuthority, describePersons, ownData, ownTarget } from "./breach-own";
import { findIssuedNotices, findNoticeFiles, findNoticeSubjects } from "./breach-notices";
import { translator } from "@/lib/i18n/translator";
import { findAnnouncedHolidays } from "@/lib/platform/announced-holidays";
import type { Tx } from "@/lib/platform/database/transaction";

/**
 * Lists each controller that a breach affected, with its deadline under art. 33(2) and when it was told, and each that was told
 * so wrongly: what was sent stays seen. No drill.
 */
export const breachesSection = defineSection({
  columns: [
    "incident",
    "controller",
    "title",
    "awareAt",
    "hours",
    "deadline",
    "informedAt",
    "facts",
    "affected",
    "effects",
    "remedies",
    "told",
    "authority",
    "personsTold",
    "clock",
    "state",
  ],
  listed: ["incident", "controller", "title", "state", "informedAt", "facts"],
  async *rows(tx, query) {
    const { at, words } = query;
    const t = await translator(words.locale, "breach");
    const label = await translator(words.locale, "breach-notice-letter");
    const breaches = await tx.breach.findMany({
      where: { isDrill: false, createdAt: { lte: at } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: {
        id: true,
        reference: true,
        title: true,
        controllers: { select: { id: true, controllerId: true } },
      },
    });
    // Chosen controllers are given no name of another; a dossier of all names each.
    const findForeign =
      query.controllerIds === null ? () => [] : await findForeignNameFinder(tx, query.controllerIds);
    for (const { id, reference, title, controllers } of breaches) {
      const facts = (await findFacts(tx, id)).filter(({ recordedAt }) => recordedAt <= at.getTime());
      const file = foldBreach(facts);
      const notices = await findIssuedNotices(tx, id, query);
      const historyOf = await findToldHistories(tx, [id], at);
      const backOf = ({ controllerId, status }: Place) =>
        rectificationOf(status, historyOf(id, controllerId));
      const touched = file.places.filter(
        (place) =>
          (place.status === "confirmed" || backOf(place) !== null) && isChosen(query, place.controllerId),
      );
      const clocks = await clocksOf(
        tx,
        { id, file, ids: touched.map(({ controllerId }) => controllerId) },
        query,
      );
      const toldBy = await findOwnNotifications(tx, [id], at);
      for (const place of touched) {
        const { controllerId } = place;
        const own = toldBy(id, controllerId);
        const part = controllers.find((one) => one.controllerId === controllerId);
        const { state, hours, ownHours, deadline, informedAt, firstAt, target, stated } =
          clocks(controllerId);
        const { provenAt, openedUnprovenAt, firstProvenAt } = stated;
        const given = notices.get(controllerId) ?? [];
        const history = historyOf(id, controllerId);
        const rectification = backOf(place);
        const marks = {
          aware: earliestAwareness([file.awareAt, firstAt, informedAt]),
          target: rectification === "made" ? null : target,
        };
        const known = describeAwareness(stated, words);
        const isLeft = file.leftUntold.has(controllerId) && provenAt === null;
        const isOpenedUnproven = provenAt === null && openedUnprovenAt !== null;
        const ownClock = isOpenedUnproven ? "opened-unproven" : state;
        const clock = rectifiedClock(rectification, file) ?? (isLeft ? "left-untold" : ownClock);
        const within = {
          rule: hours === null ? "own" : "contract",
          hours: String(hours ?? ownHours),
          ownHours: String(ownHours),
        };
        const left = rectification === "owed" ? file.leftUnrectified : file.leftUntold;
        // The processor's own reference and title are told to no controller, and an id is no name.
        const isOwn = query.audience !== "controller";
        const incident = isOwn ? reference : (part?.id ?? "");
        const described =
          file.awareAt === null
            ? words.dossier("incident.undated")
            : words.dossier("incident.dated", { when: words.instant(file.awareAt) });
        const name = query.nameOf(controllerId);
        const told = accountOfNotices(given);
        const account = isOwn
          ? withoutNames(accountOfFile(file, controllerId), findForeign, words.dossier("withheld"))
          : told;
        const named = { file, controllerId, told: told?.whatHappened ?? null };
        // The file's own title is written for the house: only a dossier of every client has it.
        const isWhole = isOwn && query.controllerIds === null;
        const called = isWhole ? title : clientTitle(named, findForeign) || described;
        yield {
          // Entries of the journal and documents of the breach are about all its controllers.
          subject: isOwn && query.controllerIds === null ? id : null,
          drawnOf: id,
          cells: {
            incident: isOwn ? reference : described,
            controller: name,
            // Tells once what only its day describes.
            title: !isOwn && called === described ? "" : called,
            awareAt: words.instant(file.awareAt),
            hours: hours === null ? words.dossier("noHours") : String(hours),
            deadline: words.instant(deadline),
            informedAt: known,
            ...accountCells(account, words),
            told: describeTold(history, given, { ...words, label }),
            authority: describeAuthority(own, marks, words),
            personsTold: describePersons(own, marks, words),
            clock: words.dossier(`clocks.${clock}`, within),
            state: t(`states.${file.status}`),
          },
          data: {
            incident,
            title: called,
            controller: name,
            account,
            awareAt: iso(file.awareAt),
            hours,
            deadline: iso(deadline),
            informedAt: iso(provenAt),
            openedUnprovenAt: iso(openedUnprovenAt),
            firstInformedAt: iso(firstProvenAt),
            authorityAnswer: authorityAnswerOf(own),
            ownNotifications: ownData(own, marks),
            told: toldData(history),
            rectification,
            clock,
            reason: left.get(controllerId)?.reason ?? "",
            state: file.status,
            notices: given.map(({ described }) => described),
          } satisfies JsonValue,
        };
      }
    }
  },
  journalled: findNoticeSubjects,
  files: (tx, query) => findNoticeFiles(tx, query),
});

/** Awareness of a controller as the dossier states it. Milliseconds of UTC; null where there is none. */
type Awareness = { provenAt: number | null; openedUnprovenAt: number | null; firstProvenAt: number | null };

/**
 * A rectification between the first and the last ended what it knew first: its own hours count from there, 33(1). An opening
 * from an address that nothing proves is named as that, and as no awareness.
 */
function describeAwareness(
  { provenAt, openedUnprovenAt, firstProvenAt }: Awareness,
  { dossier, instant }: Pick<DossierWords, "dossier" | "instant">,
): string {
  const isFirstBefore = firstProvenAt !== null && provenAt !== null && firstProvenAt < provenAt;
  const proven = isFirstBefore
    ? dossier("knownFirst", { when: instant(provenAt), first: instant(firstProvenAt) })
    : instant(provenAt);
  if (openedUnprovenAt === null) return proven;
  const opened = dossier("openedUnproven", { when: instant(openedUnprovenAt) });
  return provenAt === null ? opened : `${proven}; ${opened}`;
}

/** Null for a controller that is affected: the clock of its notice stands. */
function rectifiedClock(rectification: Rectification, { status }: BreachFile) {
  if (rectification === null) return null;
  if (rectification === "made") return "rectified";
  if (rectification === "nothing-left") return "nothing-left";
  if (rectification !== "owed") return "rectifying-unsent";
  return status === "closed" ? "left-unrectified" : "to-rectify";
}

type Asked = { id: string; file: BreachFile; ids: string[] };

async function clocksOf(tx: Tx, { id, file, ids }: Asked, { at }: SectionQuery) {
  const now = at.getTime();
  const day = todayIn("Africa/Casablanca", file.awareAt ?? now);
  const terms = await findTerms(tx, ids, day);
  const informed = await findInformed(tx, [id], at);
  const ownHours = (await ownThresholdReader(tx))(file.awareAt);
  const first = await findFirstAwareness(tx, [id]);
  const proven = await findFirstProven(tx, [id], at);
  const seats = await findControllers(tx, ids);
  const announced = await findAnnouncedHolidays(tx);
  return (controllerId: string) => {
    const known = (informed.get(`${id} ${controllerId}`) ?? []).filter((one) => one.at <= now);
    const own = { terms: terms.get(controllerId) ?? null, informed: known };
    const judgement = judgementOf(file, controllerId);
    const verdict = noticeVerdict({ ...own, awareAt: file.awareAt, ownHours, judgement }, now);
    const informedAt = controllerAwareAt(known);
    const firstProven = proven.get(`${id} ${controllerId}`) ?? null;
    const stated: Awareness = {
      provenAt: provenAwareAt(known),
      openedUnprovenAt: unprovenOpeningAt(known),
      firstProvenAt: firstProven !== null && firstProven <= now ? firstProven : null,
    };
    const earliest = first.get(`${id} ${controllerId}`) ?? null;
    const firstAt = earliest !== null && earliest <= now ? earliest : null;
    const seat = seats.find((one) => one.id === controllerId);
    const target = ownTarget(seat, safeAwareAt(informedAt, firstAt), announced);
    return { ...verdict, hours: own.terms?.hours ?? null, ownHours, informedAt, firstAt, target, stated };
  };
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
