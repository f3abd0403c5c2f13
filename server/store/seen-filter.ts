/**
 * Tells keys that were certainly never seen from those that perhaps were, in three bytes a key (a scalable Bloom filter,
 * about one false "perhaps" in 70,000). It only saves questions to the store: whoever hears "perhaps" asks for certain.
 *
 * Keys are 64-bit hashes, so that the store can compute them too and the filter can be filled at start without reading
 * the ids themselves.
 */
export type SeenFilter = {
  add(hash: bigint): void
  /** Adds many, each as its lower and its upper half. */
  addHalves(halves: Uint32Array): void
  /** False: certainly never added. True: perhaps. Always true until `complete` was called. */
  perhaps(hash: bigint): boolean
  /** Everything that was there before is in the filter now. */
  complete(): void
  readonly bytes: number
}

const probes = 12
const bitsPerKey = 24
// A power of two, as are those of all further layers: a mask finds a key's bits.
const firstLayerBits = 1 << 22

export function createSeenFilter(): SeenFilter {
  const layers: Layer[] = [createLayer(firstLayerBits)]
  let isComplete = false
  const scratch = new BigUint64Array(1)
  const halves = new Uint32Array(scratch.buffer)

  function addKey(low: number, high: number): void {
    let layer = layers[layers.length - 1] as Layer
    if (layer.keys >= layer.capacity) {
      layer = createLayer((layer.mask + 1) * 2)
      layers.push(layer)
    }
    layer.keys += 1
    for (let probe = 0; probe < probes; probe += 1) {
      const bit = bitOf(low, high, probe, layer.mask)
      layer.bits[bit >>> 5] = (layer.bits[bit >>> 5] as number) | (1 << (bit & 31))
    }
  }

  return {
    add(hash) {
      scratch[0] = hash
      addKey(halves[0] as number, halves[1] as number)
    },
    addHalves(many) {
      for (let at = 0; at < many.length; at += 2) addKey(many[at] as number, many[at + 1] as number)
    },
    perhaps(hash) {
      if (!isComplete) return true
      scratch[0] = hash
      return layers.some((layer) => isIn(layer, halves[0] as number, halves[1] as number))
    },
    complete() {
      isComplete = true
    },
    get bytes() {
      return layers.reduce((sum, layer) => sum + layer.bits.byteLength, 0)
    },
  }
}

type Layer = { readonly capacity: number; readonly mask: number; readonly bits: Uint32Array; keys: number }

function createLayer(bitCount: number): Layer {
  return {
    capacity: Math.floor(bitCount / bitsPerKey),
    mask: bitCount - 1,
    bits: new Uint32Array(bitCount / 32),
    keys: 0,
  }
}

function isIn(layer: Layer, low: number, high: number): boolean {
  for (let probe = 0; probe < probes; probe += 1) {
    const bit = bitOf(low, high, probe, layer.mask)
    if (((layer.bits[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return false
  }
  return true
}

// Double hashing: the two halves of one good 64-bit hash give as many probes as needed. The mask works on unsigned ints.
function bitOf(low: number, high: number, probe: number, mask: number): number {
  return ((low + Math.imul(probe, high | 1)) & mask) >>> 0
}
