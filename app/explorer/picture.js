// The small picture above the table: instruments, threats and the interest in three columns.

import { el } from "./dom.js";

const MOST_INSTRUMENTS = { wide: 24, narrow: 14 };
const LINE = 15;
const PEN = document.createElement("canvas").getContext("2d");

// Draws the groups into a box and returns how many instruments did not fit.
export function draw(box, groups, { number, label, words }) {
  const width = Math.min(Math.max(box.clientWidth, 320), 1100);
  const plan = arrange(groups, width, label);
  const svg = el("svg", { viewBox: `0 0 ${width} ${plan.height}`, width, height: plan.height, role: "group", "aria-label": `${words.instrument}, ${words.threat}, ${words.interest} ${number}` });
  svg.append(...heads(plan, words, width));
  for (const edge of plan.edges) svg.append(curve(edge, plan, width));
  for (const node of [...plan.instruments, ...plan.threats]) svg.append(nodeOf(node));
  svg.append(el("g", { class: "interest" }, el("circle", { cx: plan.x3, cy: plan.middle, r: 17 }), text([String(number)], plan.x3, plan.middle + 6, "middle")));
  light(svg);
  box.replaceChildren(svg);
  return plan.undrawn;
}

function arrange(groups, width, label) {
  const narrow = width < 640;
  const x1 = Math.round(width * (narrow ? 0.35 : 0.31));
  const x2 = Math.round(width * (narrow ? 0.51 : 0.6));
  const x3 = width - 22;
  PEN.font = `13px ${getComputedStyle(document.documentElement).getPropertyValue("--sans")}`;
  const threats = groups.map((group) => ({
    id: group.threat.notation, kind: group.rows[0].instrument ? "threat" : "threat hole", x: x2 + 12, anchor: "start", dot: x2, target: `#threat-${group.threat.notation}`,
    lines: wrap(label(group.threat), x3 - x2 - (narrow ? 52 : 132)), strength: group.threatens, rows: group.rows,
  }));
  const strongest = new Map();
  for (const group of groups) {
    for (const row of group.rows.filter((each) => each.instrument)) {
      const known = strongest.get(row.instrument.iri) || { thing: row.instrument, confidence: 0, threats: [] };
      known.confidence = Math.max(known.confidence, row.confidence);
      known.threats.push([group.threat.notation, row.confidence]);
      strongest.set(row.instrument.iri, known);
    }
  }
  const order = new Map(threats.map((threat, place) => [threat.id, place]));
  const centre = (each) => each.threats.reduce((sum, [id]) => sum + order.get(id), 0) / each.threats.length;
  const kept = [...strongest.values()].sort((a, b) => b.confidence - a.confidence).slice(0, narrow ? MOST_INSTRUMENTS.narrow : MOST_INSTRUMENTS.wide);
  const instruments = kept.sort((a, b) => centre(a) - centre(b)).map((each) => ({
    id: each.thing.notation, kind: "instrument", x: x1 - 12, anchor: "end", dot: x1, target: `#threat-${each.threats[0][0]}`,
    lines: wrap(label(each.thing), x1 - 14), threats: each.threats,
  }));
  const height = 44 + Math.max(stackHeight(instruments), stackHeight(threats), 60);
  stack(instruments, height);
  stack(threats, height);
  const at = new Map(threats.map((threat) => [threat.id, threat]));
  for (const each of threats) each.end = each.x + 8 + Math.max(...each.lines.map((line) => PEN.measureText(line).width));
  const clear = Math.min(Math.max(...threats.map((each) => each.end), 0), x3 - 36);
  const edges = [
    ...threats.map((threat) => ({ first: true, ids: [threat.id], from: threat, strength: threat.strength })),
    ...instruments.flatMap((each) => each.threats.map(([id, strength]) => ({ first: false, ids: [each.id, id], from: each, to: at.get(id), strength }))),
  ];
  return { x1, x2, x3, clear, height, middle: 34 + (height - 34) / 2, threats, instruments, edges, undrawn: strongest.size - kept.length };
}

const room = (node) => node.lines.length * LINE + 9;
const stackHeight = (nodes) => nodes.reduce((sum, node) => sum + room(node), 0);

function stack(nodes, height) {
  const gap = (height - 34 - stackHeight(nodes)) / Math.max(nodes.length, 1);
  let y = 34;
  for (const node of nodes) {
    node.y = y + (gap + room(node)) / 2;
    y += gap + room(node);
  }
}

// Words on lines of at most so many pixels; a word that is too long is broken, a fourth line is left out.
function wrap(words, pixels) {
  const lines = [""];
  const fits = (line) => PEN.measureText(line).width <= pixels;
  for (let word of words.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (fits(longer)) lines[lines.length - 1] = longer;
    else {
      while (!fits(word)) {
        let cut = word.length - 2;
        while (cut > 3 && !fits(`${word.slice(0, cut)}-`)) cut -= 1;
        lines.push(`${word.slice(0, cut).replace(/-$/, "")}-`);
        word = word.slice(cut);
      }
      lines.push(word);
    }
  }
  const kept = lines.filter(Boolean);
  return kept.length > 3 ? [...kept.slice(0, 2), `${kept[2]} …`] : kept;
}

function heads(plan, words, width) {
  const head = (label, x, anchor) => el("text", { class: "head", x, y: 14, "text-anchor": anchor }, label);
  const last = width < 640 ? [] : [head(words.interest, width, "end")];
  return [head(words.instrument, plan.x1, "end"), head(words.threat, plan.x2 - 5, "start"), ...last];
}

function curve({ first, ids, from, to, strength }, plan, width) {
  // A threat's line leaves from the end of its name and bends where all names have ended, so that it crosses none.
  const start = first ? plan.clear : plan.x1;
  const [end, y] = first ? [plan.x3 - 17, plan.middle] : [plan.x2, to.y];
  const bend = (end - start) * (width < 640 ? 0.5 : 0.55);
  const lead = first ? `M${Math.min(from.end, start).toFixed(0)} ${from.y} H${start.toFixed(0)}` : `M${start} ${from.y}`;
  const d = `${lead} C${(start + bend).toFixed(0)} ${from.y} ${(end - bend).toFixed(0)} ${y} ${end} ${y}`;
  return el("path", { d, class: first ? "first" : "", "stroke-width": (1 + 2.5 * strength).toFixed(2), "data-ids": ids.join(" ") });
}

function nodeOf(node) {
  const top = node.y - ((node.lines.length - 1) * LINE) / 2 + 4.5;
  return el("a", { svg: true, href: node.target, class: node.kind, "data-id": node.id },
    el("circle", { cx: node.dot, cy: node.y, r: 5.5 }), text(node.lines, node.x, top, node.anchor));
}

function text(lines, x, y, anchor) {
  return el("text", { "text-anchor": anchor }, ...lines.map((each, place) => el("tspan", { x, y: y + place * LINE }, each)));
}

// Pointing at a name, or reaching it with the keyboard, shows what it is linked to.
function light(svg) {
  const on = (event) => {
    const id = event.target.closest("a")?.dataset.id;
    if (!id) return;
    const lit = new Set([id]);
    for (const path of svg.querySelectorAll("path")) {
      const ids = path.dataset.ids.split(" ");
      if (ids.includes(id)) ids.forEach((each) => lit.add(each));
    }
    svg.classList.add("dim");
    for (const path of svg.querySelectorAll("path")) {
      const ids = path.dataset.ids.split(" ");
      path.classList.toggle("lit", ids.includes(id) || (ids.length === 1 && lit.has(ids[0])));
    }
    for (const link of svg.querySelectorAll("a")) link.classList.toggle("lit", lit.has(link.dataset.id));
  };
  const off = () => svg.classList.remove("dim");
  svg.addEventListener("pointerover", on);
  svg.addEventListener("focusin", on);
  svg.addEventListener("pointerleave", off);
  svg.addEventListener("focusout", off);
}
