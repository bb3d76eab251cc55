/** Words that name nobody, where a pattern leaves room for a name: 可以 of 可以提交了吗. */
const functionWords =
  /^(?:可以|可不可以|可否|能(?:不能|否)?|要(?:不要)?|是(?:不是|否)?|应该|需要|必须|已经?|现在|目前|刚|今天|都|全部?|一共|总共|还|就|才|再|又|也|先|直接|马上|立即|怎么样?|如何|为什么|什么时候|这样|那样|这么|那么|大家|各单位|谁|哪些?|我们?|你们?|您|他们?|的)+$/;

export function namesNobody(words: string): boolean {
  return functionWords.test(words.trim());
}
