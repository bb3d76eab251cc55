import type { Figure, Label } from './elements.ts';
import { itemNumber } from './enumerators.ts';
import type { LabelIndex } from './label-index.ts';
import { measureAt } from './measure.ts';
import { elementsOf } from './mention.ts';
import { assignRoles } from './roles.ts';
import { scan } from './scan.ts';

/** One cell of a pasted table with what stands in it. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly content: 'blank' | 'label' | 'group' | 'measure' | 'figure' | 'other';
  readonly label: Label | null;
  readonly figure: Figure | null;
}

export function cellOf(text: string, start: number, end: number, index: LabelIndex): Cell {
  const raw = text.slice(start, end);
  const from = start + raw.length - raw.trimStart().length;
  const content = raw.trim();
  const cell = { start: from, end: from + content.length, text: content, label: null, figure: null };
  if (content === '') return { ...cell, content: 'blank' };
  if (isMeasure(content, index)) return { ...cell, content: 'measure' };
  if (/^[-—/\\]+$/.test(content)) return { ...cell, content: 'blank' };
  const elements = elementsOf(scan(content, index), index, content);
  assignRoles(elements, index);
  const labels = elements.filter((element): element is Label => element.type === 'label' && element.by === 'name');
  const figures = elements.filter((element): element is Figure => element.type === 'figure');
  const numbered = itemNumber(content.charCodeAt(0)) !== null && content.length === 1;
  const [figure] = figures;
  if (labels.length > 0 && labels.some((label) => label.certain || label.exact)) {
    const label = labels.find((candidate) => candidate.exact) ?? labels.at(-1) ?? null;
    return {
      ...cell,
      content: 'label',
      label,
      figure: figures.length === 1 && figure !== undefined ? moved(figure, from) : null,
    };
  }
  if (elements.some((element) => element.type === 'label' && element.by === 'group'))
    return { ...cell, content: 'group' };
  const plain = elements.every(
    (element) => element.type === 'figure' || element.type === 'break' || element.type === 'word',
  );
  if (figures.length === 1 && figure !== undefined && plain && !numbered)
    return { ...cell, content: 'figure', figure: moved(figure, from) };
  return { ...cell, content: 'other' };
}

function moved(figure: Figure, offset: number): Figure {
  return { ...figure, start: figure.start + offset, end: figure.end + offset };
}

/** 次, 册(份), 万元: a cell that holds nothing but a measure. */
function isMeasure(text: string, index: LabelIndex): boolean {
  const bare = text.replace(/[()/、\s]/g, ' ').trim();
  return bare.split(/\s+/).every((part) => {
    const hit = measureAt(index.measures, part, 0);
    return hit !== null && hit.end === part.length;
  });
}
