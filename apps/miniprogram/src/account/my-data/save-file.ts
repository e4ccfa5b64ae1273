import Taro from '@tarojs/taro'

/** Hands a text over as a file: in a browser it is downloaded, in WeChat it is sent to a chat of one's own choice. False when that was not wanted or not possible. */
export async function saveFile(name: string, text: string): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    return true
  }
  const path = `${Taro.env.USER_DATA_PATH}/${name}`
  try {
    Taro.getFileSystemManager().writeFileSync(path, text, 'utf8')
    await Taro.shareFileMessage({ filePath: path, fileName: name })
    return true
  } catch {
    return false
  }
}
