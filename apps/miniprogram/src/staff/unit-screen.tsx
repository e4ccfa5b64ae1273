import type { UnitRef } from '@sidan/types/organisation'
import { Fragment, type ReactNode } from 'react'
import { useLoad } from '../shared/api/use-load.ts'
import { Screen } from '../shared/screen/screen.tsx'
import { SignInFirst } from '../shared/screen/sign-in-first.tsx'
import { loadMe } from '../shared/session/kept-me.ts'
import { readSession } from '../shared/session/session.ts'
import { Empty } from '../shared/ui/empty.tsx'
import { UnitList } from './unit-list.tsx'
import { useUnitTree } from './use-unit-tree.ts'

/** How the page stands in the tree, for what changes it. */
export interface InTree {
  /** The units below were changed. */
  readonly reload: () => Promise<void>
  /** Back up; undefined at the top. */
  readonly up: (() => void) | undefined
}

export interface UnitScreenProps {
  readonly title: string
  /** 登录了才能理货。 */
  readonly signedOut: string
  readonly notice?: ReactNode
  /** What the page says of one unit; another unit is another page. */
  readonly children: (unit: UnitRef, tree: InTree) => ReactNode
}

/** A page about one unit of the caller's at a time, with the way down to those below. */
export function UnitScreen(props: UnitScreenProps) {
  return readSession() ? (
    <SignedIn {...props} />
  ) : (
    <Screen title={props.title}>
      <SignInFirst>{props.signedOut}</SignInFirst>
    </Screen>
  )
}

function SignedIn({ title, notice, children }: UnitScreenProps) {
  const me = useLoad(loadMe)
  const tree = useUnitTree(me.value)
  return (
    <Screen title={title} load={me} back={tree.up ?? 'auto'} notice={notice}>
      {tree.unit ? (
        <>
          <Fragment key={tree.unit.unitId}>{children(tree.unit, tree)}</Fragment>
          <UnitList tree={tree} />
        </>
      ) : (
        <Empty>您的岗位不管这一块。</Empty>
      )}
    </Screen>
  )
}
