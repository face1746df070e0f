// What the page does beside the terminal in it: names the way back to the server, waits for the letters, begins again.
const scheme = location.protocol === "https:" ? "wss:" : "ws:";
document.getElementById("terminal").dataset.sessionWebsocketUrl = `${scheme}//${location.host}/ws`;

// The terminal measures its letters once, when it is made.
const begin = window.onload;
window.onload = async (event) => {
  const styles = ["", "bold ", "italic "].map((style) => document.fonts.load(`${style}16px "Roboto Mono"`));
  await Promise.allSettled(styles);
  begin(event);
};

// The terminal takes the keys as soon as it draws, and the button takes them once it draws no more.
const again = document.getElementById("again");
again.addEventListener("click", () => location.reload());
new MutationObserver(() => {
  const ended = document.body.classList.contains("-closed");
  (ended ? again : document.querySelector(".xterm-helper-textarea"))?.focus();
}).observe(document.body, { attributeFilter: ["class"] });
