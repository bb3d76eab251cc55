/** A file or picture to send: in a rehearsal only its name. */
import { h } from './dom.js';

const presets = [
  { name: '3·15活动总结.docx', kind: 'file' },
  { name: '统计表.xlsx', kind: 'file' },
  { name: '活动现场.jpg', kind: 'image' },
  { name: '领导走访.jpg', kind: 'image' },
];

export function createAttachment(onChosen) {
  const name = h('input', { id: 'file-name', maxlength: '200', required: true, value: presets[0].name });
  const choose = (file) => {
    dialog.close();
    void onChosen(file);
  };
  const form = h(
    'form',
    { method: 'dialog' },
    h('h2', {}, '发文件或图片'),
    h('p', { class: 'hint' }, '演练中只发送名字，不上传内容。'),
    h(
      'div',
      { class: 'presets' },
      presets.map((file) => h('button', { type: 'button', onclick: () => choose(file) }, file.name)),
    ),
    h('label', { for: 'file-name' }, '或者自己起名'),
    name,
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', onclick: () => dialog.close() }, '取消'),
      h('button', { type: 'submit', class: 'primary' }, '发送'),
    ),
  );
  const dialog = h('dialog', { 'aria-label': '发文件或图片' }, form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const file = name.value.trim();
    if (file !== '') choose({ name: file, kind: /\.(jpe?g|png|gif|webp|heic|bmp)$/i.test(file) ? 'image' : 'file' });
  });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'attach',
      'aria-label': '发文件或图片',
      title: '发文件或图片',
      onclick: () => dialog.showModal(),
    },
    '＋',
  );
  return { button, dialog };
}
