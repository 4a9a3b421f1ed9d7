// A module of its own: bundlers find a JSON file that is imported at the top, and lose one that is imported later.
export { default } from './document.json' with { type: 'json' }
