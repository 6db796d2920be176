// Runs in the head, before the first paint: marks that scripts work and restores the chosen theme.
document.documentElement.className = "js";
try {
  const saved = localStorage.getItem("tenor-theme");
  if (saved === "dark" || saved === "light") document.documentElement.dataset.theme = saved;
} catch { /* no storage: the system's theme stays */ }
// On a phone the style sheet leaves what is far from the screen for later; here it is laid out, a few lines at a time, when there is nothing else to do.
addEventListener("load", () => {
  if (!matchMedia("(max-width:820px)").matches) return;
  const idle = window.requestIdleCallback || ((work) => setTimeout(work, 1));
  const later = [...document.querySelectorAll(".ln,.sl>li:not([hidden]),.tl>li,.plain>li,.ci>div")];
  const step = () => {
    later.splice(0, 24).forEach((node) => node.classList.add("now"));
    if (later.length) requestAnimationFrame(() => idle(step));
  };
  idle(step);
});
addEventListener("DOMContentLoaded", () => {
  const root = document.documentElement;
  const button = document.getElementById("th");
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme:dark)").matches);
  const name = () => { button.textContent = dark() ? "Light" : "Dark"; };
  name();
  button.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    try { localStorage.setItem("tenor-theme", root.dataset.theme); } catch { /* lasts for this page only */ }
    name();
  });
  document.addEventListener("click", (event) => {
    const copy = event.target.closest("[data-copy]");
    if (!copy) return;
    const source = document.getElementById(copy.dataset.copy);
    const select = () => { getSelection().selectAllChildren(source); copy.textContent = "Selected"; };
    if (!navigator.clipboard) return select();
    navigator.clipboard.writeText(source.textContent.trim()).then(() => {
      copy.textContent = "Copied";
      setTimeout(() => { copy.textContent = "Copy"; }, 1600);
    }, select);
  });
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
});
