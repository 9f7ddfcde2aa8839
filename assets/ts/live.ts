/** Tells that something new came in (data-live="/path" names the stream). The page itself never moves: the
 *  reader asks for it. The server sends JSON {count, text, href}; count 0 takes the notice away again. */
import { announce } from "./announce";

type News = { count: number; text: string; href: string };
const longest = 60_000;

const place = document.querySelector<HTMLElement>("[data-live]");
const notice = document.querySelector<HTMLElement>(".live-notice");
if (place?.dataset.live && notice) listen(place.dataset.live, notice);

function listen(path: string, notice: HTMLElement): void {
  let stream: EventSource | null = null;
  let wait = 2_000;
  let timer = 0;

  const open = (): void => {
    clearTimeout(timer);
    if (stream || document.hidden) return;
    stream = new EventSource(path);
    stream.onopen = () => (wait = 2_000);
    stream.onmessage = (event) => show(notice, event.data as string);
    stream.onerror = () => {
      // The browser tries again by itself, except when the server refused.
      if (stream?.readyState !== EventSource.CLOSED) return;
      close();
      timer = window.setTimeout(open, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, longest);
    };
  };
  const close = (): void => {
    stream?.close();
    stream = null;
  };

  // A browser allows six streams to one host: a page that nobody looks at gives its own back.
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
}

function show(notice: HTMLElement, data: string): void {
  const news = parse(data);
  if (!news) return;
  notice.hidden = news.count === 0;
  if (notice.hidden || notice.textContent === news.text) return;
  const link = document.createElement("a");
  link.href = news.href;
  link.textContent = news.text;
  link.addEventListener("click", reloadHere);
  notice.replaceChildren(link);
  announce(news.text);
}

function parse(data: string): News | null {
  try {
    const news = JSON.parse(data) as Partial<News>;
    const ours = typeof news.href === "string" && new URL(news.href, location.href).origin === location.origin;
    return ours && typeof news.text === "string" && typeof news.count === "number" ? (news as News) : null;
  } catch {
    return null;
  }
}

/** A link to a place on this same page would not fetch what is new. */
function reloadHere(event: Event): void {
  const link = event.currentTarget as HTMLAnchorElement;
  if (link.pathname !== location.pathname || link.search !== location.search) return;
  event.preventDefault();
  location.hash = link.hash;
  location.reload();
}
