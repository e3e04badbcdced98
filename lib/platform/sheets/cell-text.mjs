import XLSX from "@e965/xlsx";

const { SSF } = XLSX;

/**
 * A cell as text: a day as "2026-02-03", a month as "2026-02", an hour as "14:30", a number as it is, a formula as what it
 * gave. A number shown in another way without loss ("01 23 45 67 89", "5 %") is said as it is shown.
 * @param {{ t?: string, v?: unknown, w?: string, z?: string | number }} cell
 * @param {boolean} isFrom1904
 */
export function textOf({ t, v, w, z }, isFrom1904) {
  if (v === undefined || v === null) return w ?? "";
  if (t === "n" && typeof v === "number")
    return isDate(z) ? formatDate(v, z, isFrom1904, w) : formatNumber(v, w);
  if (t === "s") return String(v);
  return w ?? String(v);
}

function isDate(format) {
  return (
    format !== undefined && SSF.is_date(typeof format === "number" ? (SSF.get_table()[format] ?? "") : format)
  );
}

function formatDate(serial, format, isFrom1904, shown) {
  const date = SSF.parse_date_code(serial, { date1904: isFrom1904 });
  if (!date) return shown ?? String(serial);
  const hour = date.H || date.M || date.S ? `${two(date.H)}:${two(date.M)}` : "";
  if (serial < 1) return hour || "00:00";
  const letters = String(typeof format === "number" ? SSF.get_table()[format] : format)
    .replace(/"[^"]*"|\[[^[\]]*\]|\\./g, "")
    .toLowerCase();
  const year = String(date.y).padStart(4, "0");
  if (!/[dhs]/.test(letters)) return /m/.test(letters) ? `${year}-${two(date.m)}` : year;
  return `${year}-${two(date.m)}-${two(date.d)}${hour && ` ${hour}`}`;
}

function two(number) {
  return String(number).padStart(2, "0");
}

function formatNumber(number, shown = "") {
  const written = shown.trim();
  if (/^-?[\d.,\s]+%$/.test(written)) return written;
  const digits = written.replace(/[\s\u00a0\u202f-]/g, "");
  const isSame = /^\d+$/.test(digits) && Number(digits) === number;
  return isSame ? written.replace(/[\u00a0\u202f]/g, " ") : String(number);
}
