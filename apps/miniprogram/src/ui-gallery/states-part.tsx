import { Button } from '../shared/ui/button.tsx'
import { Card } from '../shared/ui/card.tsx'
import { Empty } from '../shared/ui/empty.tsx'
import { ErrorState } from '../shared/ui/error-state.tsx'
import { Facts } from '../shared/ui/facts.tsx'
import { Notice } from '../shared/ui/notice.tsx'
import { Skeleton } from '../shared/ui/skeleton.tsx'
import { toast } from '../shared/ui/toast.tsx'

/** Empty, failed, slow, and what notices look like. */
export function StatesPart() {
  return (
    <>
      <Empty
        action={
          <Button kind="soft" onPress={() => undefined}>
            看看附近的活动
          </Button>
        }
      >
        这周还没有单。要不要看看附近的活动？
      </Empty>
      <ErrorState what="没送出去" safe="您填的都还在。" onRetry={() => undefined} code="network · 7f3a" />
      <Skeleton shapes={['head', 'slip', 'rows', 'card']} onRetry={() => undefined} />
      <Notice tone="info" icon="question">
        分数只是建议，由您定。对方可以暂不接，不影响任何记录。
      </Notice>
      <Notice tone="warm" icon="star" title="请您评一评">
        李师傅周四上午来理过发
      </Notice>
      <Notice tone="danger" icon="warn" title="晚了，已报给街道所">
        周三 12:00 前答复您
      </Notice>
      <Card>
        <Facts
          facts={[
            { name: '想要的时间', value: '周四 11月26日 9:00–10:00' },
            { name: '地方', value: '城畈社区 3 栋（接单后可见门牌）' },
            { name: '她说', value: '耳朵背，敲门重一点' },
          ]}
        />
      </Card>
      <Button kind="outlined" onPress={() => toast('9:02 的签到已送到')}>
        说一声
      </Button>
    </>
  )
}
