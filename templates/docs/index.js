/* global MiniSearch */
const records = JSON.parse(document.getElementById("records").textContent);
const [query, results, all, found, clear] = ["query", "results", "all", "found", "clear"].map((id) =>
  document.getElementById(id),
);
const filters = ["api", "status", "category", "retry"].map((id) => document.getElementById(id));
const most = 100;
const hint = matchMedia("(hover: hover)").matches ? "/ to search, ↑ and ↓ to choose" : "";

// Words are found whichever way a code joins them, and joined as well: `momail` and `mail` find MoMail.
const joined = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const apart = (text) => joined(text.replace(/([a-z0-9])([A-Z])/g, "$1 $2"));
const search = new MiniSearch({
  fields: ["code", "also", "title", "status", "meaning", "messages", "causes", "apiTitle"],
  tokenize: (text) => [...new Set([...joined(text), ...apart(text)])],
  searchOptions: {
    tokenize: apart,
    prefix: true,
    fuzzy: (word) => (word.length > 4 && !/^\d+$/.test(word) ? 0.2 : false),
    boost: { code: 4, also: 3, title: 2, status: 3 },
  },
});
search.addAll(records.map((record, id) => ({ ...record, id })));

/** The records that fit, the best first. What is written as a code stands before what only resembles it. */
function matches(text) {
  const fits = (record) =>
    filters.every(({ id, value }) => value === "" || record[id] === value || record[id].split(" ").includes(value));
  if (text === "") return records.filter(fits).map((record) => ({ record, terms: [] }));
  const byAll = search.search(text, { combineWith: "AND" });
  const scored = byAll.length > 0 ? byAll : search.search(text, { combineWith: "OR" });
  const exact = ({ record }) => record.code.toLowerCase() === text.toLowerCase();
  const hits = scored.map(({ id, terms }) => ({ record: records[id], terms })).filter(({ record }) => fits(record));
  return [...hits.filter(exact), ...hits.filter((hit) => !exact(hit))];
}

function show() {
  const text = query.value.trim();
  const idle = text === "" && filters.every(({ value }) => value === "");
  all.hidden = !idle;
  results.hidden = idle;
  clear.hidden = idle;
  const hits = idle ? [] : matches(text);
  results.replaceChildren(...hits.slice(0, most).map(item));
  const shown = hits.length > most ? `, the first ${most} are shown` : "";
  found.textContent = idle ? hint : hits.length === 0 ? "Nothing found" : `${hits.length} found${shown}`;
}

function item({ record, terms }) {
  const link = element("a", "", element("code", "", ...marked(record.code, terms)));
  link.href = record.link;
  const line = element("li", "", link);
  const about = element("span", "about", ...marked(record.title, terms));
  about.dir = "auto";
  const why = element("span", "why", `${record.apiTitle} · `, ...marked(excerpt(record, terms), terms));
  line.append(
    about,
    element("span", "status", record.status.replaceAll(" ", ", ")),
    element("span", `retry ${record.retry}`, record.retryShort),
    why,
  );
  return line;
}

/** Where the words that were found stand: in a message, a cause, or else the meaning. */
function excerpt({ also, meaning, messages, causes }, terms) {
  const holds = (text) => terms.some((term) => text.toLowerCase().includes(term));
  return [meaning, ...messages.split("\n"), also, causes].find(holds) ?? meaning;
}

/** The text in parts, those that were searched for marked. */
function marked(text, terms) {
  const parts = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  if (parts.length === 0) return [text];
  return text
    .split(new RegExp(`(${parts.sort((a, b) => b.length - a.length).join("|")})`, "giu"))
    .map((part, at) => (at % 2 === 1 ? element("mark", "", part) : part));
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.append(...children);
  return made;
}

/** The address says what is searched for, so that it can be passed on. */
function remember() {
  const said = [["q", query.value.trim()], ...filters.map(({ id, value }) => [id, value])];
  const hash = new URLSearchParams(said.filter(([, value]) => value !== "")).toString();
  history.replaceState(null, "", hash === "" ? location.pathname : `#${hash}`);
}

function recall() {
  const said = new URLSearchParams(location.hash.slice(1));
  query.value = said.get("q") ?? "";
  for (const filter of filters) filter.value = said.get(filter.id) ?? "";
  for (const filter of filters) if (filter.selectedIndex === -1) filter.value = "";
  show();
}

function changed() {
  show();
  remember();
}

query.addEventListener("input", changed);
for (const filter of filters) filter.addEventListener("change", changed);
addEventListener("hashchange", recall);
clear.addEventListener("click", () => {
  for (const field of [query, ...filters]) field.value = "";
  changed();
  query.focus();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const links = [...(results.hidden ? all : results).querySelectorAll("li > a")];
  const at = links.indexOf(document.activeElement);
  const inQuery = document.activeElement === query;
  if (event.key === "/" && !inQuery) query.select();
  else if (event.key === "Escape" && inQuery) clear.click();
  else if (event.key === "Enter" && inQuery && !results.hidden) links[0]?.click();
  else if (event.key === "ArrowDown" && (inQuery || at >= 0)) links[at + 1]?.focus();
  else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? query).focus();
  else return;
  event.preventDefault();
});

document.getElementById("search").hidden = false;
recall();
