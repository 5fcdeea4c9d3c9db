// Elements, made from a tag, attributes and children; text is never read as markup.

const SVG = new Set(["svg", "path", "circle", "rect", "text", "tspan", "title", "g"]);

export function el(tag, attributes = {}, ...children) {
  const svg = attributes.svg || SVG.has(tag);
  const node = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "svg" || value === false || value === null || value === undefined) continue;
    node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}
