/** Of what is handed in beside the table: 总结, 图片, files. */
import type { Material } from '../campaign/definition.ts';
import type { LeftAsideFor } from '../submission/shape.ts';
import type { HandedIn, HandIn } from '../submission/state.ts';
import { fileNames, quotedFiles } from './wording.ts';

export function materialsMissing(materials: readonly Material[]): string {
  const [first] = materials;
  if (!first) return '';
  return `另缺：${materials.map((material) => material.title).join('、')}（直接发给我，或回“${first.title}已报送OA”）。`;
}

export function whichMaterial(
  { names, how }: { readonly names: readonly string[]; readonly how: HandIn },
  titles: readonly string[],
): string {
  const what =
    how === 'statement' || how === 'none' ? `${quotedFiles(names)}说的是` : `收到${quotedFiles(names)}，这是`;
  const lines = titles.map((title, index) => `${index + 1}. ${title}`);
  return [`${what}哪一项材料？`, ...lines, '请回序号；都不是请回“都不是”。'].join('\n');
}

export function leftAside(names: readonly string[], why: Exclude<LeftAsideFor, 'unreadable'>): string {
  const files = quotedFiles(names);
  const because: Readonly<Record<typeof why, string>> = {
    draft: `${files}按初稿对待，没有登记。定稿后请再发一次。`,
    forbidden: `好的，${files}没有登记。`,
    'not-ours': `${files}不是本单位的，没有登记。`,
    'other-year': `${files}不是今年的，没有登记。`,
  };
  return because[why];
}

export function materialRestored(material: Material, before: HandedIn | null): string {
  return `${material.title}恢复为${before ? '前一次报送的' : '未报'}`;
}
export const onlyMaterials = '这项报送只要材料，交齐就算报完，不用确认提交。';

export function materialTaken(
  unit: string,
  { material, how, names }: { readonly material: Material; readonly how: HandIn; readonly names: readonly string[] },
): string {
  const taken = { none: '记为没有', statement: '已登记', text: '已登记', file: '', image: '' }[how];
  return `${unit}${material.title}${taken === '' ? `已收到（${fileNames(names)}）` : taken}。`;
}

export function materialsTakenBack(unit: string, titles: readonly string[]): string {
  return `好的，${unit}${titles.join('、')}改为未报。`;
}

export function materialsAwaited(titles: readonly string[]): string {
  return `好的，${titles.join('、')}等您。`;
}

export function materialsNotIn(titles: readonly string[]): string {
  return `${titles.join('、')}还没有报来，不用撤回。`;
}

export function fileLeftAside(names: readonly string[], materials: readonly Material[]): string {
  const asked = materials.find(({ accepts }) => accepts.includes('file') && accepts.includes('statement'))?.title;
  const otherwise = asked ? `如果它是${asked}，请回“${asked}已报送”。` : '';
  return `${quotedFiles(names)}没有登记：文件里的数我读不出来，请把数直接发给我，或发“填报”逐项报。${otherwise}`;
}

export function ownMaterialsOnly(own: string, other: string): string {
  return `这条写的是${other}的材料，没有登记。您只能报送${own}的材料，${other}的请由其联络员来报。`;
}
