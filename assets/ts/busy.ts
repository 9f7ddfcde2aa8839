/** A form is sent once. Its button says what it is busy with and stays readable and focusable. */
const attribute = "data-is-busy";

export const isBusy = (form: HTMLFormElement): boolean => form.hasAttribute(attribute);

export function setBusy(form: HTMLFormElement, button: HTMLElement | null): void {
  form.setAttribute(attribute, "");
  // Its own words, or those of the page; a one-tap button is answered before it could say anything.
  const words = button?.dataset.busy ?? (form.dataset.swap ? "" : document.body.dataset.busy);
  if (!button || !words) return;
  button.dataset.idle = button.innerHTML;
  button.textContent = words;
  button.setAttribute("aria-disabled", "true");
}

export function setIdle(form: HTMLFormElement): void {
  form.removeAttribute(attribute);
  form.querySelectorAll<HTMLElement>("[data-idle]").forEach((button) => {
    button.innerHTML = button.dataset.idle ?? "";
    button.removeAttribute("data-idle");
    button.removeAttribute("aria-disabled");
  });
}

/** The back button shows a page as it was left: with its buttons still busy. */
export function idleAgainWhenShown(): void {
  addEventListener("pageshow", () => document.querySelectorAll<HTMLFormElement>(`form[${attribute}]`).forEach(setIdle));
}
