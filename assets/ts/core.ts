/** On every page. Each page works without; this only makes it smoother. All words come from the server. */
import { idleAgainWhenShown, isBusy, setBusy } from "./busy";
import { keepTyped } from "./keep";
import { swap } from "./swap";

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  const button = event.submitter;
  // aria-disabled keeps a button readable; pressing it must then do nothing.
  if (isBusy(form) || button?.getAttribute("aria-disabled") === "true") return event.preventDefault();
  if (event.defaultPrevented || form.method !== "post") return;
  setBusy(form, button);
  if (!form.dataset.swap) return;
  event.preventDefault();
  void swap(form, button);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = (event.target as Element).closest<HTMLDetailsElement>("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
});

/** The message of the last post is shown once: a bookmark or a reload does not repeat it. */
function forgetMessage(): void {
  const address = new URL(location.href);
  if (!address.searchParams.has("bericht")) return;
  address.searchParams.delete("bericht");
  history.replaceState(history.state, "", address);
}

idleAgainWhenShown();
forgetMessage();
keepTyped();
// What happened (.flash) or what is wrong (the list of errors) comes first.
document.querySelector<HTMLElement>("[data-flash], [data-focus]")?.focus();
