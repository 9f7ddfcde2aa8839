/** Says something to who listens to the page instead of looking at it, without moving anything. */
export function announce(text: string): void {
  let region = document.getElementById("announce");
  if (!region) {
    region = document.createElement("div");
    region.id = "announce";
    region.className = "vh";
    region.setAttribute("aria-live", "polite");
    document.body.append(region);
  }
  const said = region;
  // The same sentence twice is read twice only if the region was empty in between.
  said.textContent = "";
  setTimeout(() => (said.textContent = text), 80);
}
