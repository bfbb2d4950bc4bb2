/** `pt` of `pt-BR`, in lower case. */
export function baseOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}
