import Link from "next/link";

export function ControllerLink({ org, of }: { org: string; of: { id: string; legalName: string } | null }) {
  return (
    of && (
      <Link href={`/${org}/controllers/${of.id}`} prefetch={false}>
        <bdi>{of.legalName}</bdi>
      </Link>
    )
  );
}

/** Opens a page elsewhere, which learns nothing of where it was opened from. */
export function WebAddress({ url }: { url: string }) {
  return (
    <a href={url} rel="noopener noreferrer" target="_blank" dir="ltr" className="break-all">
      {url}
    </a>
  );
}
