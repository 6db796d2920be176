// Any two days of a deal: what held at the end of each, from the same stretches that the chart is drawn from.
(() => {
  "use strict";
  const form = document.getElementById("cmp"), out = document.getElementById("cmpout");
  const { index } = form.dataset, offline = form.dataset.root.endsWith("index.html"), root = form.dataset.root.replace(/index\.html$/, "");
  const load = () => new Promise((done, failed) => {
    if (window.tenorAsk) return done();
    const script = document.createElement("script");
    script.src = index;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  const node = (tag, text, name) => { const made = document.createElement(tag); made.textContent = text; if (name) made.className = name; return made; };
  const words = (iso) => new Date(`${iso}T00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const holds = (lane, day) => lane[4].filter((v) => (!v[1] || v[1] <= day) && (!v[2] || day < v[2]));

  async function run(deal, a, b) {
    out.replaceChildren();
    try { await load(); } catch { out.append(node("p", "The index cannot be loaded.")); return; }
    const data = window.tenorAsk, label = new Map(data.terms.map((t) => [t[0], t[5]]));
    const counts = { changed: 0, new: 0, ended: 0, unchanged: 0 };
    const list = node("ol", "", "bl");
    for (const lane of data.lanes) {
      if (!lane[4].some((v) => v[0].startsWith(`${deal}/`))) continue;
      const before = holds(lane, a), after = holds(lane, b), ids = (found) => found.map((v) => v[0]).join();
      if (!before.length && !after.length) continue;
      if (ids(before) === ids(after)) { counts.unchanged++; continue; }
      counts[!before.length ? "new" : !after.length ? "ended" : "changed"]++;
      const li = document.createElement("li");
      const head = node("div", "");
      head.append(node("b", label.get(lane[0]) || lane[0]));
      if (lane[3]) head.append(" ", node("small", lane[3]));
      const body = document.createElement("div");
      for (const v of before) if (!after.includes(v)) body.append(node("del", v[9]));
      for (const v of after) if (!before.includes(v)) body.append(node("ins", v[9]));
      const line = node("p", "", "me");
      for (const v of new Set([...before, ...after])) {
        const link = node("a", v[0], "id");
        const [path, part] = v[0].split("#");
        link.href = `${root}deals/${path}/${offline ? "index.html" : ""}#${part}`;
        line.append(link, " ");
      }
      body.append(line);
      li.append(head, body);
      list.append(li);
    }
    out.append(node("h2", `${words(a)} and ${words(b)}`), node("p", `${counts.changed} changed, ${counts.new} new, ${counts.ended} ended, ${counts.unchanged} unchanged.`, "su"), list, node("pre", `tenor diff ${a} ${b} --deal ${deal}`));
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { deal, from, to } = Object.fromEntries(new FormData(form));
    run(deal || form.dataset.deal, from, to);
    try { history.replaceState(null, "", `?${new URLSearchParams({ ...(deal ? { deal } : {}), from, to })}`); } catch { /* from a disk the address stays */ }
  });
  const asked = new URLSearchParams(location.search);
  if (asked.get("from") && asked.get("to")) {
    for (const name of ["deal", "from", "to"]) if (form.elements[name] && asked.get(name)) form.elements[name].value = asked.get(name);
    run(form.elements.deal ? form.elements.deal.value : form.dataset.deal, asked.get("from"), asked.get("to"));
  }
})();
