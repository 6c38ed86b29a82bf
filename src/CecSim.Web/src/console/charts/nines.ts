/** Where 90 %, 99 % and 99.9 % lie on an axis on which they are equally far from each other. */
export function ninesOf(percent: number): number {
  return percent >= 100 ? 5 : -Math.log10(1 - percent / 100)
}
