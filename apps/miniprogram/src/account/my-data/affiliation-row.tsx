import { getAffiliation } from '@sidan/types/affiliations'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'

const load = () => call(getAffiliation)

/** The way to 双报到, only where the county has it (rule-28). It looks the same whether somebody registered or not: others see the screen too. */
export function AffiliationRow() {
  const { value } = useLoad(load)
  if (!value?.offered) return null
  return (
    <List>
      <Row icon="home" title="双报到" line="在职党员自愿报到，只有自己看得到" onOpen={() => go('affiliation')} />
    </List>
  )
}
