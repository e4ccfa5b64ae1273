type Path = readonly (string | number)[]

/** The values at the ends of a JSON body, with the way to each. */
export function leavesOf(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => leavesOf(one, [...path, index]))
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [{ path, value }]
  return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]))
}

/** The same body with one end replaced. */
export function withLeaf(body: unknown, [key, ...rest]: Path, leaf: unknown): unknown {
  if (key === undefined) return leaf
  const inside = withLeaf(Reflect.get(Object(body), key), rest, leaf)
  if (Array.isArray(body)) return body.map((one, index) => (index === key ? inside : one))
  return { ...Object(body), [key]: inside }
}
