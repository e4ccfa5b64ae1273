/** Joins class names, leaving out what is false: `classes('sd-card', odd && 'sd-card-odd')`. */
export const classes = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
