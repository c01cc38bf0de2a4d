// The guide's notebook: facts arrive from the chat as a client tool, and go when they are crossed out.
{
  const guide = window.djangoChatKit.assistants.guide;
  const facts = () => document.querySelector("#facts");

  /** The list item of a fact; the server's own, with the number and the text filled in. */
  function factItem(id, text) {
    const item = document.querySelector("#fact").content.firstElementChild.cloneNode(true);
    const form = item.querySelector("form");
    form.action = form.getAttribute("action").replace("/0/", `/${id}/`);
    item.querySelector("span").textContent = text;
    return item;
  }

  const isKnown = (text) =>
    [...facts().querySelectorAll("span")].some((span) => span.textContent === text);

  /** The server has saved a fact: show it at once. What is returned, the model is told. */
  guide.clientTools.record_fact = ({ fact_id: id, fact_text: text }) => {
    if (!Number.isInteger(id)) return { success: false, error: "Not a fact." };
    if (!isKnown(text)) {
      const item = factItem(id, text);
      item.classList.add("new");
      facts().prepend(item);
    }
    return { success: true };
  };

  document.addEventListener("submit", async (event) => {
    const item = event.target.closest(".fact");
    if (!item) return;
    event.preventDefault();
    const response = await fetch(event.target.action, {
      method: "POST",
      body: new FormData(event.target),
      headers: { Accept: "application/json" },
    });
    if (response.status === 204 || response.status === 404) item.remove();
    else location.reload();
  });
}
