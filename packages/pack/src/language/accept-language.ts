/** Of a header that anybody may send: longer ones are cut, and more wishes than these are not read. */
const longestHeader = 1000;
const mostWishes = 32;

/** `et`, `de-AT;q=0.8`, `*;q=0.1` (RFC 9110 sections 12.4.2 and 12.5.4). */
const wish = /^([a-z]{1,8}(?:-[a-z0-9]{1,8})*|\*)(?:[ \t]*;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i;

/**
 * The languages that `Accept-Language` asks for, the most wished first; those of one weight in their order. What is malformed is passed over, and so is `*`, which
 * asks for none, and a weight of 0, which declines.
 */
export function acceptedLanguages(header: string | undefined): readonly string[] {
  const wishes = (header ?? '').slice(0, longestHeader).split(',', mostWishes);
  return wishes
    .flatMap((part) => {
      const [, tag = '*', weight = '1'] = wish.exec(part.trim()) ?? [];
      return tag === '*' || Number(weight) === 0 ? [] : [{ tag, weight: Number(weight) }];
    })
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
