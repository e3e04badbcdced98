import Link from "next/link";
import { useTranslations } from "next-intl";
import { IssuedBy, NoticeTitle } from "@/components/breach-notice/communication";
import { JointWords } from "@/components/breach-notice/joint-words";
import type { loadBreach } from "@/lib/features/breach/loaders";
import { hourText } from "./instants";

type Breach = Awaited<ReturnType<typeof loadBreach>>;
type Controller = Breach["controllers"][number];
type Issued = Controller["issued"][number];

type IssueProps = { org: string; controller: Controller; notice: Issued };

/** A notice as it was issued: by whom, and to whom it was addressed. */
export function IssueEntry({ org, controller, notice }: IssueProps) {
  return (
    <li>
      <Hour at={notice.issuedAt ?? 0} />
      <span>
        <b>
          <Notice org={org} notice={notice} />
        </b>{" "}
        <bdi>{controller.legalName}</bdi>
        <small className="muted block">
          <IssuedBy by={notice.issuedByName} to={notice.recipients} />
        </small>
      </span>
    </li>
  );
}

type DeliveryProps = { org: string; it: Breach; delivery: Breach["deliveries"][number] };

/** Says what became of a letter or a notice in the portal, as servers and openings tell it. */
export function DeliveryEntry({
  org,
  it,
  delivery: { kind, at, noticeId, controllerId, who, details },
}: DeliveryProps) {
  const t = useTranslations("breach-notice");
  const controller = it.controllers.find(({ id }) => id === controllerId);
  const notice = controller?.issued.find(({ id }) => id === noticeId);
  return (
    <li>
      <Hour at={at} />
      <span>
        <b>{t(`proofs.${kind}`)}</b> {controller && <bdi>{controller.legalName}</bdi>}
        {who && (
          <>
            {" · "}
            <bdi>{who}</bdi>
          </>
        )}
        <small className="muted block">
          {notice && <Notice org={org} notice={notice} />} {details && <bdi dir="auto">{details}</bdi>}
        </small>
      </span>
    </li>
  );
}

type JointProps = { org: string; it: Breach; telling: Breach["joint"][number] };

/** A joint controller of a client, 26(1), as it was written to or left out. */
export function JointEntry({ org, it, telling }: JointProps) {
  const controller = it.controllers.find(({ id }) => id === telling.controllerId);
  const notice = controller?.issued.find(({ id }) => id === telling.noticeId);
  return (
    <li>
      <Hour at={telling.at} />
      <span>
        <JointWords of={telling} /> {controller && <bdi>{controller.legalName}</bdi>}
        <small className="muted block">{notice && <Notice org={org} notice={notice} />}</small>
      </span>
    </li>
  );
}

function Notice({ org, notice }: { org: string; notice: Issued }) {
  return (
    <Link href={`/${org}/breaches/notices/${notice.id}`} prefetch={false}>
      <NoticeTitle of={notice} />
    </Link>
  );
}

function Hour({ at }: { at: number }) {
  return (
    <time dateTime={new Date(at).toISOString()}>
      <bdi>{hourText(at)}</bdi>
    </time>
  );
}
