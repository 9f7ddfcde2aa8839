/** Rows that can be added and taken away ([data-rows] with [data-row]s and a <template data-row-template>).
 *  The buttons are ordinary submit buttons that do the same on the server. In the template "__n__" stands for
 *  a number that no row has: data-next-row, or else one more than there are rows. */
import { announce } from "./announce";

export function rowsEverywhere(): void {
  document.querySelectorAll<HTMLElement>("[data-rows]").forEach((list) => {
    list.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("[data-add-row], [data-remove-row]");
      if (!button || button.getAttribute("aria-disabled") === "true") return;
      if (button.hasAttribute("data-add-row") ? add(list) : remove(list, button)) event.preventDefault();
    });
    renumber(list);
  });
}

const rowsOf = (list: HTMLElement): HTMLElement[] => Array.from(list.querySelectorAll<HTMLElement>("[data-row]"));
const firstField = (row: Element | undefined): HTMLElement | null | undefined =>
  row?.querySelector<HTMLElement>("textarea, input:not([type=hidden]), select");

function add(list: HTMLElement): boolean {
  const template = list.querySelector<HTMLTemplateElement>("template[data-row-template]");
  if (!template) return false;
  const next = Number(list.dataset.nextRow ?? rowsOf(list).length + 1);
  list.dataset.nextRow = String(next + 1);
  const html = template.innerHTML.replaceAll("__n__", String(next));
  const row = new DOMParser().parseFromString(html, "text/html").querySelector("[data-row]");
  if (!row) return false;
  const rows = rowsOf(list);
  const last = rows[rows.length - 1];
  if (last) last.after(row);
  else template.before(row);
  renumber(list);
  firstField(row)?.focus();
  say(list.dataset.rowAdded, rows.length + 1);
  return true;
}

function remove(list: HTMLElement, button: HTMLElement): boolean {
  const row = button.closest<HTMLElement>("[data-row]");
  if (!row) return false;
  const rows = rowsOf(list);
  const place = rows.indexOf(row);
  row.remove();
  renumber(list);
  (firstField(rows[place + 1] ?? rows[place - 1]) ?? list.querySelector<HTMLElement>("[data-add-row]"))?.focus();
  say(list.dataset.rowRemoved, place + 1);
  return true;
}

/** The numeral follows the place; the last one that must stay cannot be taken away. */
function renumber(list: HTMLElement): void {
  const rows = rowsOf(list);
  const few = rows.length <= Number(list.dataset.rowsMin ?? 0);
  rows.forEach((row, i) => {
    row.querySelectorAll("[data-row-number]").forEach((e) => (e.textContent = String(i + 1)));
    row.querySelectorAll("[data-remove-row]").forEach((e) => (few ? e.setAttribute("aria-disabled", "true") : e.removeAttribute("aria-disabled")));
  });
}

function say(sentence: string | undefined, n: number): void {
  if (sentence) announce(sentence.replace("{n}", String(n)));
}
