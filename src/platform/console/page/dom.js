/** Elements from data. Text only ever becomes text nodes: people's words are never read as HTML. */

/** `h('button', { class: 'x', onclick }, '文字')`; null, false and undefined children are left out. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(element, name, value);
  return fill(element, ...children);
}

/** Puts these in place of what an element held; the DOM itself would write “null” for a child left out. */
export function fill(element, ...children) {
  element.replaceChildren(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

function setProp(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
  else element.setAttribute(name, value === true ? '' : String(value));
}

export function byId(id) {
  return document.getElementById(id);
}

const colours = ['#3b6fb6', '#2f8f83', '#8a5fb0', '#b5653a', '#4f7f3a', '#a34d6f', '#5b6c8f', '#8c7a2e'];

/** A round mark with the last character of a name, in a colour that stays with it. */
export function avatar(name, bot = false) {
  const mark = h('span', { class: bot ? 'avatar bot' : 'avatar', 'aria-hidden': 'true' }, bot ? '督' : name.slice(-1));
  if (!bot)
    mark.style.background = colours[[...name].reduce((sum, char) => sum + char.codePointAt(0), 0) % colours.length];
  return mark;
}
