// The gallery's own behaviour: controls act at once, and the address always says what is shown.

const form = document.querySelector(".controls");
const stage = document.querySelector(".stage");
const frame = stage.querySelector("iframe");
const links = [...document.querySelectorAll("a[href]")].filter((link) =>
  new URL(link.href).pathname.startsWith(new URL("../", location.href).pathname),
);

/** The settings that are not as they would be anyway. */
function query() {
  const said = new URLSearchParams();
  for (const select of form.querySelectorAll("select")) {
    if (select.selectedIndex > 0) said.set(select.name, select.value);
  }
  return said.toString();
}

function withQuery(address) {
  const url = new URL(address);
  url.search = query();
  return url.href;
}

form.addEventListener("change", ({ target }) => {
  history.replaceState(null, "", withQuery(location.href));
  for (const link of links) link.href = withQuery(link.href);
  stage.dataset.size = form.elements.size.value;
  // The size is the frame's alone; everything else is played anew.
  if (target.name !== "size") frame.contentWindow.location.replace(withQuery(frame.src));
});
form.addEventListener("submit", (event) => event.preventDefault());

// The list of scenes

const list = document.querySelector("#scenes");
const filter = document.querySelector(".filter input");
const narrow = matchMedia("(max-width: 52rem)");

const fold = () => (list.open = !narrow.matches);
narrow.addEventListener("change", fold);
fold();

filter.addEventListener("input", () => {
  const wanted = filter.value.trim().toLowerCase();
  let found = 0;
  for (const section of list.querySelectorAll("section")) {
    let here = 0;
    const inTitle = section.querySelector("h2").textContent.toLowerCase().includes(wanted);
    for (const entry of section.querySelectorAll("li")) {
      entry.hidden = !inTitle && !entry.textContent.toLowerCase().includes(wanted);
      if (!entry.hidden) here += 1;
    }
    section.hidden = here === 0;
    found += here;
  }
  list.querySelector(".nothing").hidden = found > 0;
  if (wanted) list.open = true;
});
filter.addEventListener("keydown", (event) => {
  if (event.key === "Enter") list.querySelector("section:not([hidden]) li:not([hidden]) a")?.click();
});

// The list keeps its place from one scene to the next.
const index = document.querySelector(".index");
index.scrollTop = Number(sessionStorage.getItem("gallery-scroll") ?? 0);
addEventListener("pagehide", () => sessionStorage.setItem("gallery-scroll", index.scrollTop));
