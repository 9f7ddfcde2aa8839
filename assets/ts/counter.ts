/** Says how much room is left: data-counter="#place" data-counter-max="300", with the sentences
 *  data-counter-left and data-counter-over ("{n}"). Text is never cut off; the server judges. */
export function countAll(): void {
  document.querySelectorAll<HTMLTextAreaElement>("[data-counter]").forEach((field) => {
    const place = document.querySelector(field.dataset.counter ?? "");
    if (!place) return;
    let later = 0;
    const say = (): void => void (place.textContent = sentence(field));
    // While somebody types it waits: a live region that talks at each key is noise.
    field.addEventListener("input", () => {
      clearTimeout(later);
      later = window.setTimeout(say, 700);
    });
    if (field.value) say();
  });
}

function sentence(field: HTMLTextAreaElement): string {
  const left = Number(field.dataset.counterMax) - [...field.value].length;
  const words = left < 0 ? field.dataset.counterOver : field.dataset.counterLeft;
  return (words ?? "").replace("{n}", String(Math.abs(left)));
}
