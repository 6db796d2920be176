// Search without a server: the index is a script of this site, loaded when the page is used; MiniSearch ranks.
(() => {
  "use strict";
  const form = document.getElementById("searchform"), box = document.getElementById("searchbox"), hits = document.getElementById("hits"), count = document.getElementById("searchcount");
  const { index, offline } = form.dataset, root = form.dataset.root.replace(/index\.html$/, "");
  let engine, rows, waiting = 0;

  const ready = () => new Promise((done, failed) => {
    if (engine) return done();
    const script = document.createElement("script");
    script.src = index;
    script.onload = () => {
      rows = window.tenorSearch;
      engine = new MiniSearch({ fields: ["title", "text", "id"], storeFields: [], searchOptions: { prefix: true, fuzzy: (t) => (t.length > 4 ? 0.2 : 0), boost: { title: 3, id: 2 }, combineWith: "AND" } });
      engine.addAll(rows.map(([id, kind, title, text], n) => ({ id: n, title, text: `${text} ${id}` })));
      done();
    };
    script.onerror = failed;
    document.head.append(script);
  });

  const where = (address) => {
    const [path, part] = address.split("#");
    return root + path + (offline && path.endsWith("/") ? "index.html" : "") + (part ? `#${part}` : "");
  };
  const line = (tag, text, name) => { const node = document.createElement(tag); node.textContent = text; if (name) node.className = name; return node; };

  async function run() {
    const words = box.value.trim();
    hits.replaceChildren();
    if (!words) { count.textContent = "Every clause, term, source and event. Nothing leaves this device."; return; }
    try { await ready(); } catch { count.textContent = "The index cannot be loaded."; return; }
    let found = engine.search(words);
    const all = found.length > 0;
    if (!all) found = engine.search(words, { combineWith: "OR" });
    count.textContent = found.length ? `${found.length} ${found.length === 1 ? "record" : "records"}${all ? "" : " with some of the words"}${found.length > 50 ? ", the best 50 shown" : ""}` : "No record has these words.";
    for (const hit of found.slice(0, 50)) {
      const [id, kind, title, text, address] = rows[hit.id];
      const li = document.createElement("li");
      const a = line("a", title);
      a.href = where(address);
      li.append(a, " ", line("small", kind), line("p", text.length > 220 ? `${text.slice(0, 220)}…` : text, "su"), line("span", id, "id"));
      hits.append(li);
    }
    try { history.replaceState(null, "", `?q=${encodeURIComponent(words)}`); } catch { /* from a disk the address stays */ }
  }
  form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(run, 150); });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) { box.value = asked; run(); }
})();
