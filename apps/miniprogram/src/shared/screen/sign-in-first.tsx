import { go } from '../navigation/routes.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'

/** Where only somebody who is signed in sees anything: why, and the way in. */
export function SignInFirst({ children }: { readonly children: string }) {
  return <Empty action={<Button onPress={() => go('signIn')}>登录</Button>}>{children}</Empty>
}
