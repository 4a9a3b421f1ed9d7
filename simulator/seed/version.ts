/** Moves whenever the seed's output does: kept worlds of another version are not opened. A test holds it to the bytes. */
export const generatorVersion = '8'
