// Each block of code gets a button that copies it. Without this script, nothing is missing but the buttons.
for (const figure of document.querySelectorAll("figure")) {
  const code = figure.querySelector("code");
  const caption = figure.querySelector("figcaption");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy ${caption.textContent}`);
  button.addEventListener("click", async () => {
    const copied = await copy(code);
    button.textContent = copied ? "Copied" : "Selected";
    setTimeout(() => {
      button.textContent = "Copy";
    }, 2000);
  });
  caption.append(button);
}

/** Puts text on the clipboard; where that is not allowed, it is selected, ready to be copied by hand. */
async function copy(code) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(code);
    return false;
  }
}

/** What has to be scrolled can be reached by the keyboard. */
function reachable() {
  for (const block of document.querySelectorAll("pre")) block.tabIndex = block.scrollWidth > block.clientWidth ? 0 : -1;
}
reachable();
addEventListener("resize", reachable);

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey) document.querySelector(".find").click();
});
