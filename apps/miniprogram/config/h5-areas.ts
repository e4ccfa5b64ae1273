/** Which part of the program a file of the H5 build belongs to: what only the pages of some subpackages need is loaded with the first of them. */

interface Chunk {
  readonly groupsIterable: Iterable<{ readonly origins: readonly { readonly request?: string }[] }>
}
interface Graph {
  readonly chunkGraph: { getModuleChunksIterable(module: object): Iterable<Chunk> }
}

const page = /([a-z-]+)[\\/][a-z-]+[\\/][a-z-]+-page/

/** The subpackages whose pages lead to these chunks; the empty word for everything else. */
function areasOf(chunks: Iterable<Chunk>): ReadonlySet<string> {
  const areas = new Set<string>()
  for (const chunk of chunks)
    for (const { origins } of chunk.groupsIterable)
      for (const { request = '' } of origins) areas.add(page.exec(request)?.[1] ?? '')
  return areas
}

/** So many areas share a file of their own at most; what more of them need is loaded with the first page. */
const mostAreas = 4

/** A group for `splitChunks`: modules that pages of a few subpackages share, and no tab. Each set of subpackages has its file. */
export const areaGroup = {
  minChunks: 2,
  /** Smaller ones are not worth a request. */
  minSize: 4_000,
  priority: 2,
  test: (module: object, { chunkGraph }: Graph) => {
    const areas = areasOf(chunkGraph.getModuleChunksIterable(module))
    return areas.size <= mostAreas && !areas.has('') && !areas.has('tabs')
  },
  name: (_module: object, chunks: Iterable<Chunk>) => `area-${[...areasOf(chunks)].sort().join('-')}`,
}
