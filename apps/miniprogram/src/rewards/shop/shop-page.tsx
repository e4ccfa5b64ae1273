import { listMyPartners } from '@sidan/types/partners'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { partnerRoleWords } from '../partner/partner-words.ts'

const load = () => call(listMyPartners)

/** 我的店: what the whole shop handed out today, and the way to scan, to the month's account and to who works there. */
export default function ShopPage() {
  const { value, failure, reload } = useLoad(load)
  return (
    <Screen title="我的店" load={{ value, failure, reload }} shapes={['card', 'rows']}>
      {value?.items.length === 0 ? <Empty>您现在不在哪家爱心商家。</Empty> : null}
      {value?.items.map((shop) => (
        <Card key={shop.partnerId} label={shop.name}>
          <Box className="sd-stack">
            <Subject
              size="title"
              title={shop.name}
              line={`${partnerRoleWords[shop.role]}·今天发出 ${shop.todayCount} 件·${shop.todayPoints} 分`}
            />
            <Button size="l" icon="scan" onPress={() => go('verify')}>
              核销
            </Button>
          </Box>
          <List>
            <Row
              icon="ticket"
              title="发出去的"
              line="七天内可以退货"
              onOpen={() => go('given', { partner: shop.partnerId, name: shop.name })}
            />
            <Row
              icon="people"
              title={shop.role === 'partnerOwner' ? '店员、每月的账' : '店里的人'}
              value={shop.openStatementCount > 0 ? `${shop.openStatementCount} 张账等您核对` : undefined}
              onOpen={() => go('partner', { partner: shop.partnerId })}
            />
          </List>
        </Card>
      ))}
    </Screen>
  )
}
