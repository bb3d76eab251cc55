/** Materials handed in by word ("总结已报送OA") or as a file or picture. */
import type { Material } from '../../domain/campaign/definition.ts';
import type { MaterialSaid } from '../../domain/utterance.ts';

export interface Attachment {
  readonly kind: 'file' | 'image';
  readonly name: string;
}

const handed =
  /已(?:经)?(?:报|发|交|传|送|提交|上传|邮寄)|(?:报送|提交|上传|发送|报|交|发|传)(?:了|过|到|至|完|好)|(?:OA|oa|邮箱|邮件)/;
const notYet = /没|未|不|待|稍后|明天|后天|马上|正在|准备|将|还要|怎么|如何|哪|吗|[?？]|再(?:报|发|交|传)/;
const none = /^(?:暂?无|没有?|没得|不涉及)(.+)$|^(.+?)(?:暂?无|没有|没得|不涉及)$/;
const clause = /[^，,。；;\n！!]+[，,。；;\n！!]*/g;

/** What clauses hand in, and the text without them. */
export function readMaterials(
  text: string,
  returnId: string,
  materials: readonly Material[],
): { readonly said: readonly MaterialSaid[]; readonly rest: string } {
  const said: MaterialSaid[] = [];
  const rest: string[] = [];
  for (const part of text.match(clause) ?? []) {
    const found = readClause(part.replace(/[，,。；;\n！!]+$/, '').trim(), materials);
    if (found.length === 0) rest.push(part);
    for (const { material, how } of found)
      said.push({ returnId, material: material.id, how, name: part.trim().slice(0, 80) });
  }
  return { said, rest: said.length === 0 ? text : rest.join('') };
}

function readClause(
  words: string,
  materials: readonly Material[],
): { material: Material; how: 'statement' | 'none' }[] {
  const named = materials.filter((material) => names(material).some((name) => words.includes(name)));
  if (named.length === 0 || /\d+\s*(?!张|幅|份材料)[条次份册篇件场期]/.test(words)) return [];
  const without = none.exec(words);
  if (without) {
    const rest = (without[1] ?? without[2] ?? '').trim();
    return named.filter((material) => names(material).includes(rest)).map((material) => ({ material, how: 'none' }));
  }
  return handed.test(words) && !notYet.test(words) ? named.map((material) => ({ material, how: 'statement' })) : [];
}

/** A spreadsheet is the table itself, which is reported in words, not a material. */
const spreadsheet = /统计表|报表|\.(?:xlsx?|et|csv)$/i;

/** Which material an attachment is: by its name, else by its kind, what is still owed first. */
export function placeAttachment(
  attachment: Attachment,
  returnId: string,
  materials: readonly Material[],
  owed: readonly Material[],
): MaterialSaid | null {
  const fits = (material: Material) => material.accepts.includes(attachment.kind);
  const byName = materials.find(
    (material) => fits(material) && names(material).some((name) => attachment.name.includes(name)),
  );
  const byKind = () => (spreadsheet.test(attachment.name) ? undefined : (owed.find(fits) ?? materials.find(fits)));
  const material = byName ?? byKind();
  return material ? { returnId, material: material.id, how: attachment.kind, name: attachment.name } : null;
}

function names({ title, aliases }: Material): readonly string[] {
  return [title, ...aliases];
}
