import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { Button } from './button.tsx'

afterEach(() => {
  cleanup()
  process.env.TARO_ENV = 'h5'
})

describe('a button on H5', () => {
  it('is a real button, so that Tab reaches it and Enter and Space press it', () => {
    const press = jest.fn()
    render(<Button onPress={press}>派给李师傅</Button>)
    const button = screen.getByRole('button', { name: '派给李师傅' })
    expect(button.tagName).toBe('BUTTON')
    expect(button.getAttribute('type')).toBe('button')
    button.focus()
    expect(document.activeElement).toBe(button)
    fireEvent.click(button)
    expect(press).toHaveBeenCalledTimes(1)
  })

  it('says other words while it works, keeps the first ones in place for its width, and takes no second press', () => {
    const press = jest.fn()
    render(
      <Button busy="正在派单…" onPress={press}>
        派给李师傅
      </Button>,
    )
    const button = screen.getByRole('button')
    expect(button.getAttribute('aria-busy')).toBe('true')
    expect(button.textContent).toContain('派给李师傅')
    expect(button.textContent).toContain('正在派单…')
    fireEvent.click(button)
    expect(press).not.toHaveBeenCalled()
  })

  it('that cannot be pressed can still be reached, and says why', () => {
    const press = jest.fn()
    render(
      <Button disabledBecause="还差一个时间" onPress={press}>
        确认点单
      </Button>,
    )
    const button = screen.getByRole('button', { name: '确认点单' })
    fireEvent.click(button)
    expect(press).not.toHaveBeenCalled()
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(button.hasAttribute('disabled')).toBe(false)
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe('还差一个时间')
  })

  it('that dials is a link with the number', () => {
    render(
      <Button dials="07240000118" onPress={() => undefined}>
        打电话
      </Button>,
    )
    expect(screen.getByRole('link', { name: '打电话' }).getAttribute('href')).toBe('tel:07240000118')
  })
})

describe('a button on weapp', () => {
  it('is told to the screen reader in the words that the templates carry, and in none of H5', () => {
    process.env.TARO_ENV = 'weapp'
    const { container } = render(
      <Button label="点单，上门理发" onPress={() => undefined}>
        点单
      </Button>,
    )
    const view = container.querySelector('.sd-press')
    expect(view?.getAttribute('ariaRole')).toBe('button')
    expect(view?.getAttribute('ariaLabel')).toBe('点单，上门理发')
    expect(view?.hasAttribute('role')).toBe(false)
    expect(view?.hasAttribute('aria-label')).toBe(false)
  })
})
