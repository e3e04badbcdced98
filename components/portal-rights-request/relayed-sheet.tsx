import { extentWords } from "@/lib/i18n/stop-times";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PortalHead, PortalPart } from "@/components/shell/portal-page";
import { Status } from "@/components/ui/status";
import { ExtensionWords } from "@/components/shell/extension-words";
import { SetAsideWords } from "./set-aside-words";
import type { Zone } from "@/lib/domain/time/zones";
import type { LoadedRelayed } from "@/lib/features/portal-rights-request/loaders";
import { formatDay, formatInstant, formatList, joinParts } from "@/lib/i18n/format";

type SheetProps = { contact: string; it: LoadedRelayed };

/** Shows a request as its controller reads it: the person, the time, what is carried out and every fact of its own. */
export function RelayedSheet({ contact, it }: SheetProps) {
  const t = useTranslations("rights-request");
  const locale = useLocale();
  const rights = it.rights.map((right) => t(`rights.${right}`));
  const laws = useTranslations("data-law.names");
  const articles = it.provisions
    .flat()
    .map(({ law, article }) => t("provision", { article, law: laws(law) }));
  return (
    <>
      <PortalHead
        note={<b>{joinParts([it.reference, joinParts(articles, locale)].filter(Boolean), locale, " · ")}</b>}
        title={joinParts(rights, locale)}
        lead={
          <>
            <Status kind={it.file.state === "relayed" ? "warn" : "plain"}>{t(`states.${it.shown}`)}</Status>{" "}
            {it.isOverdue && (
              <>
                <Status kind="late">{t("portal.overdue")}</Status>{" "}
              </>
            )}
            {t(it.file.lodged === null ? "sheet.received" : "sheet.lodged", {
              when: formatInstant(it.receivedAt, it.zone, locale, { weekday: true }),
              how: t(`channels.${it.channel}`),
            })}
          </>
        }
      />
      {it.setAside && (
        <p role="status" className="my-3">
          <SetAsideWords of={it.setAside} zone={it.zone} />
        </p>
      )}
      <HeldInstruction contact={contact} it={it} />
      <PersonAndTime it={it} />
      <Tasks contact={contact} it={it} />
      <Facts contact={contact} it={it} />
    </>
  );
}

/** Says that what the controller ordered holds no more, so that nothing more is carried out until it says what it wants, 28(3)(a). */
function HeldInstruction({ contact, it }: SheetProps) {
  const t = useTranslations("rights-request");
  const words = useTranslations("form.instructions.reasons");
  const locale = useLocale();
  if (it.heldInstruction === null) return null;
  const { id, number, refusals } = it.heldInstruction;
  const reasons = formatList(
    refusals.map((refusal) => words(refusal)),
    locale,
  );
  return (
    <p role="status" className="my-3">
      <Status kind="late">{t("heldInstruction.mark")}</Status>{" "}
      <Link href={`/portal/${contact}/instructions/${id}`} prefetch={false}>
        {number}
      </Link>{" "}
      {t("portal.heldInstruction", { reasons })}
    </p>
  );
}

type Words = (key: string, values?: Record<string, string>) => string;

function PersonAndTime({ it }: { it: LoadedRelayed }) {
  const [t, times] = [useTranslations("rights-request"), useTranslations("ui")];
  const locale = useLocale();
  return (
    <PortalPart id="person" title={t("person.title")}>
      <dl>
        {it.erasedAt !== null ? (
          <p>{t("person.erased", { when: formatInstant(it.erasedAt, it.zone, locale) })}</p>
        ) : (
          it.isPersonShown && (
            <>
              <Row label={t("person.name")}>{it.person?.name || t("person.none")}</Row>
              <Row label={t("person.contact")}>{it.person?.contact || t("person.none")}</Row>
              <Row label={t("person.words")}>{it.words || t("person.none")}</Row>
            </>
          )
        )}
        {it.stops && (
          <Row label={t("form.stops")}>
            {extentWords(it.extent, locale, { t: t as Words, times: times as Words })}
          </Row>
        )}
        {it.actsFor !== null && (
          <Row label={t("clocks.month")}>
            {t("clocks.ownPassedOn")}{" "}
            {it.actsFor.length > 0 && t("clocks.ownPassedOnTo", { names: formatList(it.actsFor, locale) })}
          </Row>
        )}
        {it.clocks.map((clock) => (
          <ClockRow key={clock.law} clock={clock} zone={it.zone} />
        ))}
        {it.clear && <Row label={t("clocks.clear")}>{formatDay(it.clear.lastDay, locale)}</Row>}
      </dl>
    </PortalPart>
  );
}

/** The controller's own time under one of its laws. */
function ClockRow({
  clock: { law, open, startDay, laterStartDay, month, disputed, extension },
  zone,
}: {
  clock: LoadedRelayed["clocks"][number];
  zone: Zone;
}) {
  const [t, laws] = [useTranslations("rights-request"), useTranslations("data-law")];
  const locale = useLocale();
  return (
    <Row label={t("clocks.month")}>
      {t(law === "swiss-fadp" ? "clocks.thirtyOf" : "clocks.monthOf", {
        from: formatDay(startDay, locale),
        day: formatDay(month.lastDay, locale),
      })}
      <p className="muted">
        {t("clocks.under", { law: laws(`names.${law}`), article: t(`clocks.articles.${law}`) })}
        {open && ` · ${laws(`open.${open}`)}`}
      </p>
      {extension.status !== "none" && (
        <p className="muted">
          <b>{t("clocks.extension")}</b> <ExtensionWords extension={extension} zone={zone} />
        </p>
      )}
      {extension.status === "in-time" && (
        <p className="muted">
          <b>{t("clocks.refusal")}</b> {t("clocks.refusalBy", { day: formatDay(month.lastDay, locale) })}
        </p>
      )}
      {laterStartDay && (
        <p className="muted">{t("clocks.earlierDay", { day: formatDay(laterStartDay, locale) })}</p>
      )}
      {disputed && (
        <p className="muted">
          {disputed.status === "running"
            ? t("clocks.identityRunning")
            : t("clocks.identityEnded", {
                days: disputed.days,
                day: formatDay(disputed.lastDay, locale),
              })}
        </p>
      )}
    </Row>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="field two">
      <dt>{label}</dt>
      <dd className="whitespace-pre-line" dir="auto">
        {children}
      </dd>
    </div>
  );
}

function Tasks({ it }: SheetProps) {
  const t = useTranslations("rights-request");
  if (it.file.tasks.length === 0) return null;
  return (
    <PortalPart id="tasks" title={t("tasks.title")}>
      <ul>
        {it.file.tasks.map((task) => (
          <li key={task.id} className="border-b border-rule py-2">
            <bdi dir="auto">{task.name}</bdi> <span className="muted">{t(`taskKinds.${task.kind}`)}</span>{" "}
            <Status kind={task.outcome === null ? "warn" : task.outcome === "impossible" ? "late" : "ok"}>
              {t(`outcomes.${task.outcome ?? "open"}`)}
            </Status>{" "}
            {task.outcome === "impossible" && (
              <span className="muted">{t(`reasons.${task.reason ?? "unsaid"}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </PortalPart>
  );
}

function Facts({ contact, it }: SheetProps) {
  const t = useTranslations("rights-request");
  const locale = useLocale();
  return (
    <PortalPart id="life" title={t("life.title")}>
      <ol>
        {it.facts
          .filter(({ kind }) => kind !== "task-added" && kind !== "task-answered")
          .map(({ id, kind, at, recordedAt, authorName, value }) => (
            <li key={id} className="border-b border-rule py-2">
              <b>{t(`kinds.${kind}.done`)}</b> {formatInstant(at, it.zone, locale)}{" "}
              {value.answeredBy && `${t(`answerers.${value.answeredBy}`)} `}
              {value.answerMeans && `· ${t(`answerMeans.${value.answerMeans}`)} `}
              {value.triedBy && `${t(`answerers.${value.triedBy}`)} `}
              {(value.tried ?? []).map((one) => `· ${t(`tries.${one}`)} `)}
              <Unsent it={it} id={id} />{" "}
              <span className="muted">
                {t("life.by", { when: formatInstant(recordedAt, it.zone, locale), name: authorName })}
              </span>
              {value.notReachedReason && (
                <p dir="auto">{t("life.notReachedReason", { reason: value.notReachedReason })}</p>
              )}
              {value.documentId && (
                <p>
                  <a href={`/api/portal/${contact}/files/${value.documentId}`}>{t("life.certificate")}</a>
                </p>
              )}
            </li>
          ))}
      </ol>
    </PortalPart>
  );
}

/** Says of a fact by letter that it has not left. */
function Unsent({ it, id }: { it: LoadedRelayed; id: string }) {
  const t = useTranslations("rights-request.unsent");
  const unsent = Object.values(it.file.unsent).find((one) => one?.fact.id === id);
  return unsent && <Status kind="late">{t(unsent.isWaiting ? "waiting" : "ended")}</Status>;
}
