/** Text people typed is never lost: it is kept in this browser until the server has it (the next page then
 *  carries data-kept-clear="key", or "*" when somebody signs out), and offered back otherwise. */
const prefix = "beraad:";
/** The form that was sent last from this tab; the next page says whether it was taken. */
const sent = "beraad-sent";
const days = 14;

type Kept = { at: number; fields: Record<string, string> };
type Field = HTMLTextAreaElement | HTMLInputElement;

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

function keep(form: HTMLFormElement): void {
  const key = prefix + (form.dataset.keep ?? "");
  const kept = read(key);
  if (kept && fieldsOf(form).some((f) => kept.fields[f.name] && kept.fields[f.name] !== f.value)) offer(form, key, kept);
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
  const fields: Record<string, string> = {};
  for (const field of fieldsOf(form)) if (field.value !== field.defaultValue) fields[field.name] = field.value;
  if (Object.keys(fields).length > 0) localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields }));
}

/** Shows what was kept and asks; nothing is filled in by itself. */
function offer(form: HTMLFormElement, key: string, kept: Kept): void {
  const { keptTitle = "", keptRestore = "", keptDrop = "" } = { ...document.body.dataset, ...form.dataset };
  const notice = make("div", "notice notice--now");
  const heading = make("h2", "", keptTitle);
  const text = make("p", "kept", Object.values(kept.fields).join("\n\n").slice(0, 600));
  const actions = make("p", "actions");
  const restore = make("button", "button", keptRestore);
  const drop = make("button", "button button--small", keptDrop);
  restore.addEventListener("click", () => {
    const fields = fieldsOf(form);
    for (const field of fields) field.value = kept.fields[field.name] ?? field.value;
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
