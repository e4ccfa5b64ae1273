/** How people and their data may be shown. */

/** 138****0126: the first three and last four stay. */
export const maskPhone = (phone: string): string =>
  phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** The first part of an address without house and door: what staff and volunteers see before accepting (rule-27). */
export const maskAddress = (address: string): string =>
  address
    .replace(/\d+[^\d]*$/u, '')
    .replace(/[\d]+(单元|号|室|栋|幢).*$/u, '')
    .trim() || '***'
