// The date line: moves through the record that the page already holds. It shows and hides lines of the list; it holds no data and makes no facts.
(() => {
  "use strict";
  const $ = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const chart = $("chart");
  if (!chart) return;

  const DAY = 864e5;
  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const day = (iso) => Math.round(Date.parse(`${iso}T00:00Z`) / DAY);
  const iso = (n) => new Date(n * DAY).toISOString().slice(0, 10);
  const words = (n, short) => {
    const [y, m, d] = iso(n).split("-");
    const month = MONTHS[m - 1];
    return `${+d} ${short ? month.slice(0, 3) : month} ${+y}`;
  };
  const from = (text) => (text ? day(text) : -1e9);
  const until = (text) => (text ? day(text) : 1e9);

  const wide = JSON.parse(chart.dataset.stops).map(([t, x]) => [day(t), x]);
  const even = JSON.parse(chart.dataset.even).map(([t, x]) => [day(t), x]);
  let stops = wide;
  const first = day(chart.dataset.first), last = day(chart.dataset.last) - 1, checked = day(chart.dataset.checked);
  const between = (points, value, a, b) => {
    if (value <= points[0][a]) return points[0][b];
    for (let n = 1; n < points.length; n++) {
      const [p, q] = [points[n - 1], points[n]];
      if (value <= q[a]) return p[b] + (value - p[a]) / (q[a] - p[a]) * (q[b] - p[b]);
    }
    return points[points.length - 1][b];
  };
  const place = (n) => between(stops, n, 0, 1);
  const dayAt = (percent) => Math.round(between(stops, percent, 1, 0));

  // What the list says is read when it is first asked for: a page that is only looked at must not wait for it.
  const once = (make) => {
    let made;
    return () => (made ??= make());
  };
  const idle = window.requestIdleCallback || ((work) => setTimeout(work, 1));

  const told = (text, by) => (by ? `${text.replace(/\.+$/, "")} (${by}).` : text); // no word of someone else's as plain fact
  const items = once(() => all("#state li").map((node) => ({
    node, id: node.id, from: from(node.dataset.f), to: until(node.dataset.t),
    sureFrom: from(node.dataset.sf || node.dataset.f), sureTo: until(node.dataset.st || node.dataset.t),
    was: node.dataset.w, ends: node.dataset.e, lane: node.dataset.l, lead: node.dataset.q !== undefined,
    name: [...node.querySelector("b").childNodes].map((part) => part.textContent.trim()).filter(Boolean).join(": "), text: told(node.querySelector(".say").textContent, node.dataset.b), clause: node.querySelector(".id"), doubt: node.querySelector(".pos"),
  })));
  const byId = once(() => new Map(items().map((item) => [item.id, item])));
  const lanes = once(() => new Set(items().map((item) => item.lane)).size);
  const changes = once(() => [...new Set(items().flatMap((i) => [i.from, ...(i.ends ? [i.to] : [])]).filter((n) => Math.abs(n) < 1e8))].sort((a, b) => a - b));
  const leads = (on) => items().filter((i) => i.lead && i.from <= on && on < i.to);
  const firstQuestion = $("qq").textContent;

  const handle = $("ap"), field = $("dt"), live = $("live"), opened = day(chart.dataset.on);
  let now = opened, waiting = 0, spoken = 0;

  function putHandle() {
    handle.style.left = `clamp(58px, ${place(now).toFixed(2)}%, 100% - 58px)`;
  }
  function putLine() {
    all(".al rect", chart).forEach((line) => line.setAttribute("x", `${place(now).toFixed(2)}%`));
    putHandle();
  }

  function change() {
    const at = changes().filter((n) => n <= now).pop();
    const list = $("df");
    list.replaceChildren();
    if (at === undefined) {
      $("cd").textContent = "no day";
      $("cs").textContent = "Nothing on record had changed yet.";
      return;
    }
    const touched = new Set();
    const row = (item, was, is) => {
      touched.add(item.lane);
      const li = document.createElement("li");
      const add = (tag, text, name) => {
        const node = document.createElement(tag);
        node.textContent = text;
        if (name) node.className = name;
        li.append(node);
      };
      add("b", item.name);
      if (was) add("del", was);
      if (is) add("ins", is); else add("p", "Ended; nothing takes its place.", "su");
      list.append(li);
    };
    items().filter((i) => i.from === at).forEach((i) => row(i, byId().get(i.was)?.text, i.text));
    items().filter((i) => i.ends && i.to === at).forEach((i) => row(i, i.text, ""));
    const tail = at < now ? `, the latest change before ${words(now)}.` : ".";
    $("cd").textContent = words(at);
    $("cs").textContent = `${touched.size} of ${lanes()} terms ${touched.size === 1 ? "was" : "were"} set, replaced or ended${tail}`;
  }

  function answer() {
    const holding = leads(now);
    if (!holding.length) {
      $("qq").textContent = firstQuestion;
      return "Nothing is on record for that day.";
    }
    $("qq").textContent = holding[holding.length - 1].node.dataset.q;
    const sure = holding.every((i) => i.sureFrom <= now && now < i.sureTo);
    const text = [...new Set(holding.map((i) => i.node.dataset.a))].join(sure ? " " : " Or: ");
    return sure ? text : `Possibly: ${text}`;
  }

  function say(text) {
    // While dragging, a screen reader hears at most two answers a second, and always the last one.
    clearTimeout(spoken);
    spoken = setTimeout(() => { live.textContent = `${words(now)}: ${text}`; }, 500);
  }

  function remember() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (location.protocol === "file:") return location.replace(`#on=${iso(now)}`); // a file has no query of its own
      const target = new URL(chart.dataset.base || location.pathname, location.href);
      target.search = `?on=${iso(now)}`;
      history.replaceState(null, "", target);
    }, 150);
  }

  function show(to, quiet) {
    start();
    now = Math.max(first, Math.min(last, to));
    handle.textContent = words(now, true);
    handle.setAttribute("aria-valuenow", now);
    handle.setAttribute("aria-valuetext", words(now));
    field.value = iso(now);
    putLine();
    all("[data-day=long]").forEach((node) => { node.textContent = words(now); });
    $("qn").hidden = now <= checked;
    let any = false, lead;
    for (const item of items()) {
      const on = item.from <= now && now < item.to;
      item.node.hidden = !on;
      any ||= on;
      if (on && item.lead) lead = item;
      if (item.doubt) item.doubt.hidden = !(on && (now < item.sureFrom || now >= item.sureTo));
    }
    all("#state .grp").forEach((group) => { group.hidden = !group.querySelector("li:not([hidden])"); });
    $("none").hidden = any;
    const text = answer();
    $("ans").textContent = text;
    change();
    cite(text, lead);
    if (!quiet) { say(text); remember(); }
  }

  const idOf = (item) => chart.dataset.deal && !item.clause.textContent.includes("/") ? `${chart.dataset.deal}/${item.clause.textContent}` : item.clause.textContent;
  const start = once(() => ({
    long: words(opened), iso: iso(opened), answer: $("ans").textContent, id: leads(opened).map(idOf).pop(),
    box: all("#cite dd[id]").map((node) => ({ node: node.querySelector("pre") || node, text: node.textContent })),
  }));

  function cite(text, lead) {
    // The box keeps the wording of the page; only the day, its answer and the clause that carries it change.
    const before = start();
    for (const { node, text: words0 } of before.box) {
      let out = words0;
      if (before.id && lead) out = out.split(before.id).join(idOf(lead));
      out = out.split(before.answer).join(text);
      out = out.split(`State on ${before.long}`).join(`State on ${words(now)}`).split(`As of ${before.long}`).join(`As of ${words(now)}`);
      out = out.split(`state on ${before.long}`).join(`state on ${words(now)}`);
      out = out.split(`--on ${before.iso}`).join(`--on ${iso(now)}`).split(`State on ${before.iso}`).join(`State on ${iso(now)}`);
      node.textContent = out;
    }
  }

  const step = (way) => {
    const next = way > 0 ? changes().find((n) => n > now) : changes().filter((n) => n < now).pop();
    if (next !== undefined) show(next);
  };

  // -- the handle -------------------------------------------------------------------------------
  handle.setAttribute("role", "slider");
  handle.tabIndex = 0;
  handle.setAttribute("aria-label", "As-of date");
  handle.setAttribute("aria-valuemin", first);
  handle.setAttribute("aria-valuemax", last);
  handle.addEventListener("keydown", (event) => {
    const many = event.shiftKey ? 30 : 1;
    const moves = {
      ArrowLeft: () => show(now - many), ArrowDown: () => show(now - many), ArrowRight: () => show(now + many), ArrowUp: () => show(now + many),
      PageUp: () => step(1), PageDown: () => step(-1), Home: () => show(first), End: () => show(last),
    };
    if (!moves[event.key]) return;
    moves[event.key]();
    event.preventDefault();
  });
  const ground = $("as");
  const follow = (event) => {
    const box = ground.getBoundingClientRect();
    show(dayAt(Math.max(0, Math.min(100, (event.clientX - box.left) / box.width * 100))));
  };
  for (const node of [$("rail"), handle]) {
    node.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      node.setPointerCapture(event.pointerId);
      follow(event);
      handle.focus({ preventScroll: true });
      node.onpointermove = follow;
      event.preventDefault();
    });
    for (const end of ["pointerup", "pointercancel"]) node.addEventListener(end, () => { node.onpointermove = null; });
  }
  // The browser's own date field is slow to make: it takes the place of the plain one, which is as large, once there is time.
  idle(() => Object.assign(field, { type: "date", min: iso(first), max: iso(last) }));
  field.addEventListener("change", () => { if (!Number.isNaN(day(field.value))) show(day(field.value)); });
  $("pv").addEventListener("click", () => step(-1));
  $("nx").addEventListener("click", () => step(1));

  // -- the two scales ---------------------------------------------------------------------------
  const bars = once(() => all(".lv .s", chart));
  function labels() {
    // On the even scale the labels that were fitted at build time are measured anew.
    for (const bar of bars()) {
      let done = stops === wide;
      for (const text of bar.querySelectorAll("text:not(.by)")) {
        if (stops === wide) { text.style.display = ""; continue; }
        text.style.display = "inline";
        const room = bar.getBBox ? bar.width.baseVal.value - (bar.querySelector(".cd") ? 28 : 14) : 0;
        const fits = !done && text.getComputedTextLength() < room;
        done ||= fits;
        text.style.display = fits ? "inline" : "none";
      }
    }
  }
  function redraw() {
    for (const bar of bars()) {
      const a = Math.max(first, from(bar.dataset.f)), b = Math.min(last + 1, until(bar.dataset.t));
      const x = place(a), width = Math.max(0.25, place(b) - x);
      bar.setAttribute("x", `${x}%`);
      bar.setAttribute("width", `${width}%`);
      const left = bar.querySelector(".dl"), right = bar.querySelector(".dr");
      if (left) left.setAttribute("width", `${(place(day(bar.dataset.sf)) - x) / width * 100}%`);
      if (right) {
        const share = (place(b) - place(day(bar.dataset.st))) / width * 100;
        right.setAttribute("x", `${100 - share}%`);
        right.setAttribute("width", `${share}%`);
      }
    }
    for (const node of all("[data-x]", chart)) {
      const x = place(day(node.dataset.x));
      node.setAttribute("x", `${x}%`);
      if (node.dataset.y) node.setAttribute("width", `${place(day(node.dataset.y)) - x}%`);
    }
    all(".q, .pin text", chart).forEach((node) => { node.style.display = stops === wide ? "" : "none"; });
    putLine();
    labels();
  }
  $("ev")?.addEventListener("click", () => {
    stops = stops === wide ? even : wide;
    $("ev").setAttribute("aria-pressed", stops === even);
    const note = $("sn"), text = note.textContent;
    note.textContent = note.dataset.other;
    note.dataset.other = text;
    redraw();
  });
  addEventListener("resize", () => { if (stops === even) labels(); });

  // -- bars: one tab stop; arrows move along a lane and between lanes ---------------------------
  const rows = once(() => all(".ls .lv", chart).map((lane) => all("a", lane)).filter((row) => row.length));
  idle(() => rows().flat().forEach((link, n) => { link.setAttribute("tabindex", n ? -1 : 0); }));
  const middle = (link) => { const box = link.getBoundingClientRect(); return box.left + box.width / 2; };
  chart.addEventListener("keydown", (event) => {
    const link = event.target.closest?.(".lv a");
    if (!link) return;
    const row = rows().find((r) => r.includes(link)), n = row.indexOf(link), r = rows().indexOf(row);
    const visible = (list) => list && list[0].closest("details:not([open])") === null;
    let next;
    if (event.key === "ArrowRight") next = row[n + 1];
    else if (event.key === "ArrowLeft") next = row[n - 1];
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const other = rows()[r + (event.key === "ArrowDown" ? 1 : -1)];
      if (visible(other)) next = [...other].sort((a, b) => Math.abs(middle(a) - middle(link)) - Math.abs(middle(b) - middle(link)))[0];
    } else return;
    event.preventDefault();
    if (!next) return;
    rows().flat().forEach((each) => each.setAttribute("tabindex", -1));
    next.setAttribute("tabindex", 0);
    next.focus();
  });

  // What a bar or a diamond is called is also shown to a pointer that rests on it: many have no room for their label.
  chart.addEventListener("pointerover", (event) => {
    const link = event.target.closest?.(".lv a");
    if (!link || link.querySelector("title")) return;
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    title.textContent = link.getAttribute("aria-label");
    link.prepend(title);
  });

  // -- the address ------------------------------------------------------------------------------
  function read(initial) {
    const asked = new URLSearchParams(location.search).get("on") || /^#on=(\d{4}-\d\d-\d\d)$/.exec(location.hash)?.[1];
    if (asked && /^\d{4}-\d\d-\d\d$/.test(asked) && !Number.isNaN(day(asked))) show(day(asked), true);
    else if (initial) putHandle();
  }
  handle.setAttribute("aria-valuenow", now);
  handle.setAttribute("aria-valuetext", words(now));
  addEventListener("hashchange", () => read(false));
  read(true);
})();
