/** A picked photo: a file of the browser, or a path on the phone. */
import Taro from '@tarojs/taro'

export type PickedPhoto = File | string

/** Lets the person choose photos or take one; empty when they gave up. */
export async function pickPhotos(most: number): Promise<PickedPhoto[]> {
  if (process.env.TARO_ENV === 'h5') return pickFiles(most)
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: most, mediaType: ['image'], sizeType: ['compressed'] })
    return tempFiles.map((file) => file.tempFilePath)
  } catch {
    return []
  }
}

const pickFiles = (most: number) =>
  new Promise<File[]>((resolve) => {
    const input = document.createElement('input')
    Object.assign(input, { type: 'file', accept: 'image/*', multiple: most > 1 })
    input.addEventListener('change', () => resolve(Array.from(input.files ?? []).slice(0, most)))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
