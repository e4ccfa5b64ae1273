import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { StarsInput, StarsShown } from './stars.tsx'
import { YesNo } from './yes-no.tsx'

afterEach(cleanup)

const tabStops = () => screen.getAllByRole('radio').filter((radio) => radio.tabIndex === 0)

describe('yes or no', () => {
  it('has no answer until somebody gives one', () => {
    const answer = jest.fn()
    render(<YesNo label="家里有狗吗" value={null} onAnswer={answer} />)
    expect(screen.getByRole('radiogroup', { name: '家里有狗吗' })).toBeTruthy()
    expect(screen.getAllByRole('radio').map((radio) => radio.getAttribute('aria-checked'))).toEqual(['false', 'false'])
    fireEvent.click(screen.getByRole('radio', { name: '没有' }))
    expect(answer).toHaveBeenCalledWith(false)
  })

  it('is one stop for Tab, and arrows move and choose', () => {
    function Asked() {
      const [value, setValue] = useState<boolean | null>(true)
      return <YesNo label="要爬楼梯吗" value={value} onAnswer={setValue} />
    }
    render(<Asked />)
    expect(tabStops().map((radio) => radio.textContent)).toEqual(['有'])
    fireEvent.keyDown(screen.getByRole('radio', { name: '有' }), { key: 'ArrowRight' })
    const no = screen.getByRole('radio', { name: '没有' })
    expect(no.getAttribute('aria-checked')).toBe('true')
    expect(document.activeElement).toBe(no)
    expect(tabStops()).toEqual([no])
  })
})

describe('stars', () => {
  it('are rated by one tap, each saying how many and what that means', () => {
    const rate = jest.fn()
    render(<StarsInput label="给李师傅评几颗星" value={null} onRate={rate} />)
    fireEvent.click(screen.getByRole('radio', { name: '4 星，满意' }))
    expect(rate).toHaveBeenCalledWith(4)
  })

  it('stay between one and five by the arrows', () => {
    const rate = jest.fn()
    render(<StarsInput label="评几颗星" value={5} onRate={rate} />)
    fireEvent.keyDown(screen.getByRole('radio', { name: /^5 星/ }), { key: 'ArrowRight' })
    fireEvent.keyDown(screen.getByRole('radio', { name: /^5 星/ }), { key: 'ArrowLeft' })
    expect(rate.mock.calls).toEqual([[5], [4]])
  })

  it('that are shown are one picture with its words', () => {
    render(<StarsShown value={1} label="一星志愿者" />)
    expect(screen.getByRole('img', { name: '一星志愿者' })).toBeTruthy()
  })
})
