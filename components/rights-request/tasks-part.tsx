import Link from "next/link";
import { useTranslations } from "next-intl";
import { Part } from "@/components/shell/sheet";
import { Status } from "@/components/ui/status";
import type { Task } from "@/lib/domain/rights-request/file";
import type { LoadedRequest } from "@/lib/features/rights-request/loaders";

/** Each system and each sub-processor, with what was done there and its proof. */
export function TasksPart({ org, it }: { org: string; it: LoadedRequest }) {
  const t = useTranslations("rights-request.tasks");
  const form = `/${org}/rights-requests/${it.id}/event`;
  const { tasks } = it.file;
  const mayAnswer = it.may.write && it.events.includes("task-answered");
  if (tasks.length === 0 && it.proposals.length === 0) return null;
  return (
    <Part id="tasks" article={t("article")} title={t("title")}>
      <ul className="mt-2">
        {tasks.map((task) => (
          <li key={task.id} className="flex flex-wrap gap-x-3 border-b border-rule py-2">
            <TaskWords org={org} task={task} />
            {mayAnswer && (
              <Link href={`${form}?kind=task-answered&task=${task.id}`} prefetch={false}>
                {t(task.outcome === null ? "answer" : "change")}
                <span className="sr"> : {task.name}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
      {it.proposals.length > 0 && (
        <p className="muted mt-2">
          {t(tasks.length === 0 ? "none" : "more", { count: it.proposals.length })}
        </p>
      )}
    </Part>
  );
}

function TaskWords({ org, task }: { org: string; task: Task }) {
  const t = useTranslations("rights-request");
  return (
    <>
      <b>
        <bdi dir="auto">{task.name}</bdi>
      </b>
      <span className="muted">
        {t(`taskKinds.${task.kind}`)} · {t("tasks.records", { count: task.recordIds.length })}
      </span>
      <Status kind={task.outcome === null ? "warn" : task.outcome === "impossible" ? "late" : "ok"}>
        {t(`outcomes.${task.outcome ?? "open"}`)}
      </Status>
      {task.outcome === "impossible" && (
        <span className="muted">{t(`reasons.${task.reason ?? "unsaid"}`)}</span>
      )}
      {task.outcome !== null &&
        (task.documentId === null ? (
          <span className="faint">{t("tasks.noProof")}</span>
        ) : (
          <a href={`/api/files/${org}/${task.documentId}`}>{t("tasks.proof")}</a>
        ))}
    </>
  );
}
