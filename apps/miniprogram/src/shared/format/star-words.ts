const numbers = ['还没上', '一', '二', '三', '四', '五'] as const

/** 一星; 还没上星 before the first. */
export const starWords = (level: number): string => `${numbers[level] ?? level}星`
