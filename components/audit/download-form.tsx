import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TABLE_FORMATS, type TableFormat } from "@/lib/features/audit/schema";

type File = { format: TableFormat; volume: number; label: string };
type DownloadFormProps = { id: string; section: string; volumes: number };

/** Posts and not links, for taking what was granted is written in the journal; works without JavaScript. */
export function DownloadForm({ id, section, volumes }: DownloadFormProps) {
  const t = useTranslations("audit.take");
  const files = TABLE_FORMATS.flatMap((format): File[] =>
    format === "pdf"
      ? Array.from({ length: volumes }, (_, at) => ({
          format,
          volume: at + 1,
          label: volumes > 1 ? `${t(format)} ${at + 1}/${volumes}` : t(format),
        }))
      : [{ format, volume: 1, label: t(format) }],
  );
  return (
    <div className="audit-acts">
      {files.map(({ format, volume, label }) => (
        <form key={`${format}-${volume}`} method="post" action={`/api/audits/${id}`}>
          <input type="hidden" name="section" value={section} />
          <input type="hidden" name="format" value={format} />
          <input type="hidden" name="volume" value={volume} />
          <Button type="submit" icon={Download}>
            {label}
          </Button>
        </form>
      ))}
    </div>
  );
}
