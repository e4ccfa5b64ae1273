import type { WorkItem } from '@sidan/types/dispatch'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Button } from '../../shared/ui/button.tsx'
import type { useSeveral } from './use-several.ts'

export interface PickBarProps {
  readonly several: ReturnType<typeof useSeveral>
  readonly onDispatch: () => void
  readonly onDone: () => Promise<void>
}

/** What several orders can have done to them at once: only what each of them allows. */
export function PickBar({ several, onDispatch, onDone }: PickBarProps) {
  const { chosen, busy } = several
  const all = (verb: WorkItem['allowedActions'][number]) =>
    chosen.length > 0 && chosen.every((order) => order.allowedActions.includes(verb))
  const count = chosen.length
  const triage = async () => {
    if (await several.triage()) await onDone()
  }
  return (
    <BottomBar note={count === 0 ? '点一点要一起办的单' : `选了 ${count} 张`} noteIcon="check-circle">
      <Button kind="outlined" onPress={several.leave}>
        不选了
      </Button>
      {all('triage') ? (
        <Button grow busy={busy && '正在办…'} onPress={() => void triage()}>
          {`通过这 ${count} 张`}
        </Button>
      ) : null}
      {all('dispatch') ? (
        <Button grow kind={all('triage') ? 'outlined' : 'filled'} busy={busy && '正在派…'} onPress={onDispatch}>
          {`派这 ${count} 张`}
        </Button>
      ) : null}
    </BottomBar>
  )
}
