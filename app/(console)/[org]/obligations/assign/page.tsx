import { getLocale, getTranslations } from "next-intl/server";
import { AssignmentForm } from "@/components/assignment/assignment-form";
import { AssignmentHistory } from "@/components/assignment/assignment-history";
import { assigneeText } from "@/components/shell/assignee-text";
import { PageHead, Part, Sheet } from "@/components/shell/sheet";
import { Words } from "@/components/shell/words";
import { LinkButton } from "@/components/ui/button";
import { loadAssignment } from "@/lib/features/assignment/loaders";
import type { Search } from "@/lib/forms/list-query";
import { formatDay, joinParts } from "@/lib/i18n/format";
import { actOf, subjectOf } from "@/lib/i18n/obligation-words";
import { titled } from "@/lib/i18n/titled";

type PageProps = { params: Promise<{ org: string }>; searchParams: Promise<Search> };
type Loaded = Awaited<ReturnType<typeof loadAssignment>>;

export const generateMetadata = titled("assignment", "title");

/** Shows who has one line, and the form that gives it to somebody. */
export default async function AssignPage({ params, searchParams }: PageProps) {
  const [{ org }, search] = await Promise.all([params, searchParams]);
  const it = await loadAssignment(org, search);
  const [t, words, locale] = await Promise.all([
    getTranslations("assignment"),
    getTranslations("obligation"),
    getLocale(),
  ]);
  const duty = it.of?.duty;
  const title = duty
    ? joinParts([actOf(words, duty.kind), subjectOf(words, duty, locale)], locale, " · ")
    : it.label;
  return (
    <Sheet>
      <PageHead
        note={t("note")}
        title={title}
        lead={it.of && t(it.of.isTask ? "leadTask" : "lead")}
        actions={
          <>
            {it.of && <LinkButton href={`/${org}${it.of.path}`}>{t("toRow")}</LinkButton>}
            <LinkButton tone="bare" href={`/${org}`}>
              {t("toToday")}
            </LinkButton>
          </>
        }
      />
      <Part title={t("parts.now")}>
        <Situation of={it} />
      </Part>
      {it.mayWrite && it.of && (
        <Part title={t("parts.act")}>
          <Words of={["form", "assignment"]}>
            <AssignmentForm org={org} {...it} key={it.seen} may={mayOf(it)} />
          </Words>
        </Part>
      )}
      {it.facts.length > 0 && (
        <Part title={t("parts.past")}>
          <AssignmentHistory facts={it.facts} />
        </Part>
      )}
    </Sheet>
  );
}

async function Situation({ of: { of, status, isDone } }: { of: Loaded }) {
  const [t, locale] = await Promise.all([getTranslations("assignment"), getLocale()]);
  if (!of) return <p className="pt-3">{t("state.gone")}</p>;
  if (isDone) return <p className="pt-3">{t("state.done")}</p>;
  if (!status || status.state === "nobody") return <p className="pt-3">{t("state.nobody")}</p>;
  return (
    <p className="pt-3">
      {joinParts(
        [
          assigneeText(t, status, locale),
          status.untilOn && t("line.until", { day: formatDay(status.untilOn, locale) }),
        ],
        locale,
      )}{" "}
      {status.word !== "" && <q dir="auto">{status.word}</q>}
    </p>
  );
}

/** Acts that make sense of where the line stands; the verb decides on each again. */
function mayOf({ status, isDone, seen, of }: Loaded) {
  const isHeld = status?.state === "held" || status?.state === "away";
  return {
    take: status?.state !== "held",
    handBack: isHeld,
    finish: of?.isTask === true && seen > 0 && !isDone,
  };
}
