import { civilDay } from '@sidan/types/civil'

/** The last day a voucher can be fetched: it ends with that day. */
export const lastDay = (pickUpBy: string): string => civilDay(new Date(new Date(pickUpBy).getTime() - 1))
