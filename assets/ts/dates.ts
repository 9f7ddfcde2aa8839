/** Answers a typed date with its weekday, so that a slip shows: data-date-echo="#place", with
 *  data-date-unknown as the sentence for what is no date, and data-today to count a missing year from. */
const months = ["jan", "feb", "m(?:aa|ar|rt)", "apr", "(?:mei|may)", "jun", "jul", "aug", "sep", "o[kc]t", "nov", "dec"];

export function echoDates(): void {
  document.querySelectorAll<HTMLInputElement>("[data-date-echo]").forEach((field) => {
    const place = document.querySelector(field.dataset.dateEcho ?? "");
    if (!place) return;
    const show = (): void => {
      const date = parseDate(field.value, field.dataset.today ? new Date(`${field.dataset.today}T00:00`) : new Date());
      place.textContent = date ? inWords(date) : field.value.trim() ? (field.dataset.dateUnknown ?? "") : "";
    };
    field.addEventListener("change", show);
    if (field.value) show();
  });
}

/** Accepts 8 december 2026, 8 dec, 8-12-2026, 8/12/26 and 2026-12-08, with or without the weekday. */
export function parseDate(text: string, today: Date): Date | null {
  const plain = text.toLowerCase().replace(/(\d)\.(?=\d)/g, "$1-").replace(/[.,]/g, "").replace(/^[a-z]+(day|dag)\s+/, "").trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^(\d{1,2})(?:\s*[-/ ]\s*)(\d{1,2}|[a-z]+)(?:\s*[-/ ]\s*(\d{4}|\d{2}))?$/.exec(plain);
  if (!parts) return null;
  const month = Number(parts[2]) || 1 + months.findIndex((name) => new RegExp(`^${name}`).test(parts[2] ?? ""));
  if (parts[3]) return day(Number(parts[3].padStart(4, "20")), month, Number(parts[1]));
  const here = day(today.getFullYear(), month, Number(parts[1]));
  // Without a year it is the next time that day comes.
  return here && here < new Date(today.getFullYear(), today.getMonth(), today.getDate())
    ? day(today.getFullYear() + 1, month, Number(parts[1]))
    : here;
}

/** Nothing for the 31st of June. */
function day(year: number, month: number, date: number): Date | null {
  const found = new Date(year, month - 1, date);
  return month >= 1 && month <= 12 && found.getDate() === date && found.getMonth() === month - 1 ? found : null;
}

const inWords = (date: Date): string =>
  new Intl.DateTimeFormat(document.documentElement.lang || "nl", { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(date);
