/**
 * The page behind the printed link of 京山's station, once what its activities say has been checked: the worker is at it when the program starts, and others
 * read nothing before. Returns the page as the API tells it after ten seconds at the latest.
 */
export async function stationOfLink(link) {
  const { origin, pathname } = new URL(link)
  const [, county, code] = /\/q\/(\d+)-(\w+)/.exec(pathname)
  for (let tries = 0; ; tries += 1) {
    const page = await (await fetch(`${origin}/v1/counties/${county}/stations/${code}`)).json()
    if (page.thisWeek.length >= 3 || tries === 50) return { page, county }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
