import { afterEach, expect, it } from '@jest/globals'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useCallback, useState } from 'react'
import type { Outcome } from './call.ts'
import { useLoad } from './use-load.ts'

afterEach(cleanup)

/** Answers that come when the test says so, by what was asked for. */
const answers = new Map<string, (outcome: Outcome<string>) => void>()
const ask = (day: string) => new Promise<Outcome<string>>((resolve) => answers.set(day, resolve))
const answer = (day: string) => answers.get(day)?.({ ok: true, value: `答：${day}` })

function Days() {
  const [day, setDay] = useState('今天')
  const { value } = useLoad(useCallback(() => ask(day), [day]))
  return (
    <>
      <button type="button" onClick={() => setDay('昨天')}>
        看昨天
      </button>
      <button type="button" onClick={() => setDay('今天')}>
        看今天
      </button>
      <p>{value ?? '在问'}</p>
    </>
  )
}

it('an answer to what was asked before does not stand where something else was asked since', async () => {
  render(<Days />)
  fireEvent.click(screen.getByText('看昨天'))
  fireEvent.click(screen.getByText('看今天'))
  answer('今天')
  await screen.findByText('答：今天')
  answer('昨天')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(screen.getByText('答：今天')).toBeTruthy()
  expect(screen.queryByText('答：昨天')).toBeNull()
})
