import type { CatalogItem } from '@sidan/types/catalog'
import type { StationPage } from '@sidan/types/organisation'
import { useState } from 'react'
import { go } from '../../shared/navigation/routes.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Chip } from '../../shared/ui/chip.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { iconOf } from '../../shared/ui/icon-shapes.ts'
import { IconTile } from '../../shared/ui/icon-tile.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'

export interface MenuProps {
  readonly page: StationPage
  readonly county: string
  /** Elder mode: the first few, everything one tap deeper, no filters. */
  readonly short: boolean
  readonly onAll: () => void
}

/** Filters shown before 更多, and items shown before the rest of the menu is asked for. */
const fewPlatforms = 2
/** Characters of their names that one line has room for. */
const fewCharacters = 6
const fewItems = 5
const pageOfItems = 30

/** 点单: what can be ordered here, by platform. */
export function Menu({ page, county, short, onAll }: MenuProps) {
  const [platform, setPlatform] = useState('')
  const [everyPlatform, setEveryPlatform] = useState(false)
  const [shown, setShown] = useState(pageOfItems)
  const fits = page.items.filter((item) => platform === '' || item.platformCode === platform)
  const items = fits.slice(0, short ? fewItems : shown)
  const likely = likelyPlatforms(page.platforms)
  const platforms = page.platforms.filter((one) => everyPlatform || likely.has(one.code) || one.code === platform)
  const order = (item: CatalogItem) => go('form', { county, item: item.itemId, station: page.station.unitId })
  return (
    <>
      {short ? null : (
        <ChoiceChips
          label="看哪一类"
          value={platform}
          choices={[
            { value: '', word: `全部 ${page.items.length} 项` },
            ...platforms.map(({ code, name }) => ({ value: code, word: name })),
          ]}
          onChoose={setPlatform}
          end={
            !everyPlatform && page.platforms.length > likely.size ? (
              <Chip role="button" chosen={false} icon="chevron-down" onPress={() => setEveryPlatform(true)}>
                更多
              </Chip>
            ) : undefined
          }
        />
      )}
      <List indented label="能点的">
        {items.map((item) => (
          <Row
            key={item.itemId}
            lead={<IconTile icon={iconOf(item.icon)} />}
            weight="strong"
            title={item.title}
            line={item.line}
            action={
              <Button kind="soft" size="s" label={`点单，${item.title}`} onPress={() => order(item)}>
                点单
              </Button>
            }
          />
        ))}
      </List>
      {items.length < fits.length ? (
        <Button kind="outlined" onPress={() => (short ? onAll() : setShown(shown + pageOfItems))}>
          {short ? `看全部 ${fits.length} 项` : `再看一些，还有 ${fits.length - items.length} 项`}
        </Button>
      ) : null}
    </>
  )
}

/** The platforms with the most on them, as many as one line has room for. */
function likelyPlatforms(platforms: StationPage['platforms']): ReadonlySet<string> {
  const likely = new Set<string>()
  let room = fewCharacters
  for (const { code, name } of [...platforms].sort((a, b) => b.itemCount - a.itemCount)) {
    if (likely.size === fewPlatforms) break
    if (name.length > room) continue
    likely.add(code)
    room -= name.length
  }
  return likely
}
