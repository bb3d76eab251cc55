/** On narrow windows the side columns are drawers: one at a time, closed by the shade or Escape. */
import { byId } from './dom.js';

export function createDrawers() {
  const drawers = [
    [byId('show-side'), byId('side')],
    [byId('show-panel'), byId('panel')],
  ];

  function show(wanted) {
    for (const [button, drawer] of drawers) {
      const open = drawer === wanted;
      drawer.classList.toggle('open', open);
      button.setAttribute('aria-expanded', String(open));
    }
    byId('shade').hidden = wanted === null;
  }

  for (const [button, drawer] of drawers)
    button.addEventListener('click', () => show(drawer.classList.contains('open') ? null : drawer));
  for (const close of document.querySelectorAll('.close')) close.addEventListener('click', () => show(null));
  byId('shade').addEventListener('click', () => show(null));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') show(null);
  });

  return { close: () => show(null) };
}
