import { announce } from "./announce";
import { setIdle } from "./busy";

/** Sends a one-tap form (data-swap="#place") and puts the answer in that place. Whatever goes wrong, the form
 *  is sent the ordinary way after all: the server knows what was done already. */
export async function swap(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  try {
    const place = document.querySelector(form.dataset.swap ?? "");
    const fresh = place && (await ask(form, button, place.id));
    if (!place || !fresh) throw new Error("no answer for this place");
    carryTyped(place, fresh, form);
    place.replaceWith(fresh);
    focusIn(fresh, button);
    const said = fresh.dataset.announce ?? fresh.querySelector("[role=status]")?.textContent;
    if (said) announce(said.trim());
  } catch {
    setIdle(form);
    form.removeAttribute("data-swap");
    form.requestSubmit(button);
  }
}

async function ask(form: HTMLFormElement, button: HTMLElement | null, id: string): Promise<HTMLElement | null> {
  const data = new FormData(form);
  if (button instanceof HTMLButtonElement && button.name) data.append(button.name, button.value);
  const fields = new URLSearchParams();
  data.forEach((value, name) => typeof value === "string" && fields.append(name, value));
  const answer = await fetch(button?.getAttribute("formaction") ?? form.getAttribute("action") ?? location.href, {
    method: "POST",
    headers: { "X-Fragment": "1" },
    body: fields,
  });
  if (!answer.ok) return null;
  return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(id);
}

/** What somebody was typing elsewhere in the place stays typed. */
function carryTyped(old: Element, fresh: Element, sent: HTMLFormElement): void {
  old.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>("textarea[id], input[type=text][id]").forEach((field) => {
    const twin = fresh.querySelector<HTMLTextAreaElement>(`#${CSS.escape(field.id)}`);
    if (twin && field.form !== sent && field.value !== field.defaultValue) twin.value = field.value;
  });
}

/** Back to the button that was pressed, or to what took its place. */
function focusIn(fresh: HTMLElement, button: HTMLElement | null): void {
  const name = button?.getAttribute("name");
  const twin = button?.id ? `#${CSS.escape(button.id)}` : name ? `[name="${CSS.escape(name)}"]` : null;
  const same = twin ? fresh.querySelector<HTMLElement>(twin) : null;
  const goal = same ?? fresh.querySelector<HTMLElement>("[data-focus], button:not([disabled]), a[href]") ?? fresh;
  if (goal === fresh) fresh.tabIndex = -1;
  goal.focus({ preventScroll: true });
}
