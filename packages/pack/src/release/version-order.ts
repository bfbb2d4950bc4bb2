/** Precedence of semantic versions (SemVer 2.0.0, section 11), of the form that `pack.yaml` allows. */
export function isGreaterVersion(version: string, than: string): boolean {
  return compareVersions(version, than) > 0;
}

function compareVersions(left: string, right: string): number {
  const [[core, preRelease], [otherCore, otherPreRelease]] = [partsOf(left), partsOf(right)];
  return compareLists(core, otherCore) || comparePreReleases(preRelease, otherPreRelease);
}

function partsOf(version: string): readonly [core: readonly string[], preRelease: readonly string[]] {
  const dash = version.indexOf('-');
  return dash === -1 ? [version.split('.'), []] : [version.slice(0, dash).split('.'), version.slice(dash + 1).split('.')];
}

/** A version with a pre-release comes before the same without. */
function comparePreReleases(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return right.length - left.length;
  return compareLists(left, right);
}

function compareLists(left: readonly string[], right: readonly string[]): number {
  for (const [place, part] of left.entries()) {
    const other = right[place];
    const order = other === undefined ? 1 : compareParts(part, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Numbers by their size and before words; words by their letters. */
function compareParts(left: string, right: string): number {
  const [isNumber, isOtherNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)];
  if (isNumber && isOtherNumber) return Number(left) - Number(right);
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
