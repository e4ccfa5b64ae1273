import { afterEach, expect, it, jest } from '@jest/globals'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { ChartBars } from './chart-bars.tsx'
import { Field } from './field.tsx'
import { setElder } from './modes.ts'
import { Page } from './page.tsx'
import { Skeleton, slowAfterMs } from './skeleton.tsx'
import { toast } from './toast.tsx'

afterEach(() => {
  cleanup()
  jest.useRealTimers()
})

it('waiting says that it is slow after eight seconds, not before, and offers to try again', () => {
  jest.useFakeTimers()
  const retry = jest.fn()
  render(<Skeleton shapes={['rows']} onRetry={retry} />)
  act(() => jest.advanceTimersByTime(slowAfterMs - 1))
  expect(screen.queryByText('有点慢，还在取')).toBeNull()
  act(() => jest.advanceTimersByTime(1))
  expect(screen.getByText('有点慢，还在取')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '再取一次' }))
  expect(retry).toHaveBeenCalledTimes(1)
})

it('a field names its input and tells its error to those who listen', () => {
  render(<Field label="手机号" value="1380000012" onInput={() => undefined} error="少了一位，手机号是 11 位" />)
  const input = screen.getByLabelText('手机号')
  expect(input.getAttribute('aria-invalid')).toBe('true')
  expect(document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    '少了一位，手机号是 11 位',
  )
})

it('a chart has its numbers as a table', () => {
  const bars = [
    { name: '10月', amount: 1190 },
    { name: '11月', amount: 1284 },
  ]
  render(<ChartBars title="每月点单" finding="多了 94 张" unit="张" bars={bars} />)
  fireEvent.click(screen.getByRole('button', { name: '看表格，每月点单' }))
  const rows = screen.getAllByRole('row').map((row) => row.textContent)
  expect(rows).toEqual(['张', '10月1,190', '11月1,284'])
})

it('elder mode is a class on the page, keeps the call button and always shows the way back', () => {
  const { container } = render(
    <Page title="首页" back="none" call={<span>打电话给站里</span>}>
      内容
    </Page>,
  )
  expect(screen.queryByText('打电话给站里')).toBeNull()
  act(() => setElder(true))
  expect(container.firstElementChild?.classList.contains('elder')).toBe(true)
  expect(screen.getByText('打电话给站里')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '换回标准字号' }))
  expect(container.firstElementChild?.classList.contains('elder')).toBe(false)
})

it('a toast is spoken and goes by itself', () => {
  jest.useFakeTimers()
  render(
    <Page title="首页" back="none">
      内容
    </Page>,
  )
  act(() => toast('9:02 的签到已送到'))
  expect(screen.getByText('9:02 的签到已送到').closest('[aria-live="polite"]')).toBeTruthy()
  act(() => jest.advanceTimersByTime(4_000))
  expect(screen.queryByText('9:02 的签到已送到')).toBeNull()
})
