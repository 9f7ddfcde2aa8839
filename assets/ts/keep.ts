/** Text people typed is never lost: it is kept in this browser until the server has it (the next page then
 *  carries data-kept-clear="key", or "*" when somebody signs out), and offered back otherwise. */
const prefix = "beraad:";
/** The form that was sent last from this tab; the next page says whether it was taken. */
const sent = "beraad-sent";
const days = 14;

type Kept = { at: number; fields: Record<string, string> };
type Field = HTMLTextAreaElement | HTMLInputElement;
/** What stands under one name: as it is now, as the page came with it, and whether somebody typed it in words. */
type Stand = { value: string; came: string; typed: boolean };

export function keepTyped(): void {
  try {
    clear();
    document.querySelectorAll<HTMLFormElement>("form[data-keep]").forEach(keep);
  } catch {
    // No storage here (private window, full, forbidden): the form works without.
  }
}

function clear(): void {
  const done = Array.from(document.querySelectorAll<HTMLElement>("[data-kept-clear]"), (e) => e.dataset.keptClear ?? "");
  // A page that opens with what was done has taken the form that led to it.
  if (document.querySelector("[data-flash]")) done.push(sessionStorage.getItem(sent) ?? "");
  sessionStorage.removeItem(sent);
  for (const key of Object.keys(localStorage).filter((k) => k.startsWith(prefix))) {
    if (done.includes("*") || done.includes(key.slice(prefix.length)) || isOld(read(key))) localStorage.removeItem(key);
  }
}

const isOld = (kept: Kept | null): boolean => !kept || Date.now() - kept.at > days * 86_400_000;

function read(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}

/** A password or a code is not kept. */
const fieldsOf = (form: HTMLFormElement): Field[] =>
  Array.from(form.querySelectorAll<Field>("textarea[name], input[type=text][name]")).filter((f) => f.autocomplete !== "one-time-code");

const roundsOf = (form: HTMLFormElement): HTMLInputElement[] => Array.from(form.querySelectorAll<HTMLInputElement>("input[type=radio][name]"));

/** Words that were typed, and which of several was chosen. */
function standOf(form: HTMLFormElement): Map<string, Stand> {
  const all = new Map<string, Stand>();
  for (const field of fieldsOf(form)) all.set(field.name, { value: field.value, came: field.defaultValue, typed: true });
  for (const round of roundsOf(form)) {
    const stand = all.get(round.name) ?? { value: "", came: "", typed: false };
    if (round.checked) stand.value = round.value;
    if (round.defaultChecked) stand.came = round.value;
    all.set(round.name, stand);
  }
  return all;
}

function keep(form: HTMLFormElement): void {
  const key = prefix + (form.dataset.keep ?? "");
  const kept = read(key);
  const stands = Array.from(standOf(form));
  if (kept && stands.some(([name, { value }]) => kept.fields[name] && kept.fields[name] !== value)) offer(form, key, kept);
  let later = 0;
  form.addEventListener("input", () => {
    clearTimeout(later);
    later = window.setTimeout(save, 400, form, key);
  });
  form.addEventListener("submit", () => {
    save(form, key);
    sessionStorage.setItem(sent, form.dataset.keep ?? "");
  });
}

function save(form: HTMLFormElement, key: string): void {
  const before = read(key)?.fields ?? {};
  const fields: Record<string, string> = {};
  for (const [name, { value, came }] of standOf(form)) {
    // What the page came with may be what was typed before it: a form with a mistake comes back filled in, and what is
    // kept still waits for an answer. Neither is given up because something else was typed.
    const kept = value === came ? before[name] : value;
    if (kept !== undefined) fields[name] = kept;
  }
  if (Object.keys(fields).length > 0) localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields }));
}

/** Shows what was kept and asks; nothing is filled in by itself. */
function offer(form: HTMLFormElement, key: string, kept: Kept): void {
  const { keptTitle = "", keptRestore = "", keptDrop = "" } = { ...document.body.dataset, ...form.dataset };
  const notice = make("div", "notice notice--now");
  const heading = make("h2", "", keptTitle);
  const words = Array.from(standOf(form)).flatMap(([name, { typed }]) => (typed && kept.fields[name]) || []);
  const text = make("p", "kept", words.join("\n\n").slice(0, 600));
  const actions = make("p", "actions");
  const restore = make("button", "button", keptRestore);
  const drop = make("button", "button button--small", keptDrop);
  restore.addEventListener("click", () => {
    const fields = fieldsOf(form);
    for (const field of fields) field.value = kept.fields[field.name] ?? field.value;
    for (const round of roundsOf(form)) if (kept.fields[round.name] === round.value) round.checked = true;
    notice.remove();
    fields[0]?.focus();
  });
  drop.addEventListener("click", () => {
    localStorage.removeItem(key);
    notice.remove();
    fieldsOf(form)[0]?.focus();
  });
  for (const button of [restore, drop]) button.setAttribute("type", "button");
  actions.append(restore, drop);
  notice.append(heading, text, actions);
  form.before(notice);
}

function make(tag: string, className: string, text = ""): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
